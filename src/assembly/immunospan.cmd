@echo off
rem Starts immunospan on Windows. Needs Java 17 or newer, on the path or in JAVA_HOME.
setlocal
set "app=%~dp0app"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "memory=-XX:+UseSerialGC -XX:MaxNewSize=128m -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=40"
if "%~1"=="tables" goto tables
if "%~1"=="query" goto tables
"%java%" %memory% -Xlog:disable -Dfile.encoding=UTF-8 %IMMUNOSPAN_JAVA_OPTIONS% -jar "%app%\immunospan.jar" %*
exit /b %errorlevel%
:tables
"%java%" %memory% -Xlog:disable -Dfile.encoding=UTF-8 %IMMUNOSPAN_JAVA_OPTIONS% -cp "%app%\immunospan.jar;%app%\tables-lib\*" org.immunospan.cli.Main %*
exit /b %errorlevel%
