@echo off
rem The one command of the course, for Windows: finds a JDK, builds when a source is newer, runs it. A handout has jars.
setlocal enabledelayedexpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "jar=%home%\lib\course.jar"
set "handout=yes"
if not exist "%jar%" (
  set "jar=%home%\course\target\course.jar"
  set "handout="
)

set "jdk="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined jdk for /f "delims=" %%j in ('where javac 2^>nul') do if not defined jdk for %%b in ("%%~dpj..") do call :try "%%~fb"
if not defined jdk for /d %%v in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto" "%ProgramFiles%\Zulu" "%USERPROFILE%\.jdks") do for /d %%j in ("%%~v\*") do if not defined jdk call :try "%%~fj"
if not defined jdk (
  echo faas: needs a JDK of version 17 or newer: install one ^(https://adoptium.net^) and set JAVA_HOME to its folder 1>&2
  exit /b 1
)

if not defined handout call :ensure || exit /b 1

set "flags=-XX:+UseSerialGC -Xms16m -XX:-UsePerfData -Xlog:disable"
rem what ends soon is not worth the better compiler
for %%c in (lab hint progress reset) do if "%~1"=="%%c" set "flags=!flags! -XX:TieredStopAtLevel=1"

"%jdk%\bin\java" %flags% "-Dminifaas.home=%home%" -jar "%jar%" %*
exit /b %errorlevel%

:try
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==." %%v in ('findstr /b JAVA_VERSION= "%~1\release"') do set "version=%%~v"
set "version=%version:"=%"
if %version% geq 17 set "jdk=%~1"
exit /b

:ensure
powershell -NoProfile -Command "$jar = Get-Item -ErrorAction SilentlyContinue '%jar%'; if (-not $jar) { exit 1 }; Set-Location '%home%'; if (Get-ChildItem -Recurse pom.xml, minifaas\pom.xml, minifaas\src\main, course\pom.xml, course\src\main, chapters\syllabus.yaml | Where-Object { $_.LastWriteTime -gt $jar.LastWriteTime }) { exit 1 }"
if errorlevel 1 call :build || exit /b 1
exit /b 0

:build
where mvn >nul 2>nul
if errorlevel 1 (
  echo faas: needs Maven to build minifaas: install it ^(https://maven.apache.org^) so that mvn is on PATH 1>&2
  exit /b 1
)
echo faas: building minifaas 1>&2
pushd "%home%"
set "JAVA_HOME=%jdk%"
call mvn -q -B -pl minifaas,course -Dmaven.test.skip=true package 1>&2
set "failed=%errorlevel%"
popd
if not "%failed%"=="0" (
  echo faas: the build failed 1>&2
  exit /b 1
)
exit /b 0
