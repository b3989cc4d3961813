(() => {
  const dialog = document.getElementById('dialog');
  const show = ({title, shown, sentences}) => {
    document.getElementById('dialog-title').textContent = title;
    document.getElementById('dialog-shown').textContent = shown;
    const list = document.getElementById('dialog-sentences');
    list.replaceChildren();
    for (const number of sentences.split(' ').filter(Boolean)) {
      const copy = document.getElementById('s' + number).cloneNode(true);
      copy.removeAttribute('id');
      list.append(copy);
    }
    if (!list.firstChild) list.textContent = 'No sentence is known for it.';
    dialog.showModal();
  };
  for (const element of document.querySelectorAll('[data-sentences]')) {
    const open = () => show(element.dataset);
    element.addEventListener('click', open);
    if (element.tagName !== 'BUTTON') {
      element.setAttribute('tabindex', '0');
      element.setAttribute('role', 'button');
      element.setAttribute('aria-label', element.dataset.title);
      element.addEventListener('keydown', event => {
        if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); open(); }
      });
    }
  }
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });

  const table = document.getElementById('pairs');
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const search = document.getElementById('search');
  const kind = document.getElementById('kind');
  const where = document.getElementById('where');
  const more = document.getElementById('more');
  let most = 40;
  const filter = () => {
    const wanted = search.value.trim().toLowerCase();
    let found = 0;
    for (const row of rows) {
      const fits = (kind.value === '' || row.dataset.kind === kind.value)
        && (wanted === '' || row.textContent.toLowerCase().includes(wanted));
      found += fits ? 1 : 0;
      row.hidden = !fits || found > most;
    }
    more.hidden = found <= most;
    where.textContent = found > most ? `the first ${most} of ${found} pairs` : `${found} pairs`;
  };
  more.addEventListener('click', () => { most = rows.length; filter(); });
  search.addEventListener('input', filter);
  kind.addEventListener('change', filter);
  document.querySelector('.controls').hidden = false;
  filter();

  const value = (row, column) => {
    const cell = row.cells[column];
    const number = Number((cell.dataset.value ?? cell.textContent).replace(/,/g, ''));
    return Number.isFinite(number) ? number : cell.textContent;
  };
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement('button');
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') !== 'descending';
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const sign = down ? -1 : 1;
      rows.sort((a, b) => {
        const x = value(a, column), y = value(b, column);
        return sign * (typeof x === 'number' && typeof y === 'number' ? x - y : String(x).localeCompare(String(y), 'en'));
      });
      body.append(...rows);
      filter();
    });
  });
})();
