@rem Runs ddlint on Windows: needs a JDK 21 or newer on the PATH or in JAVA_HOME.
@echo off
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xss4m -jar "%~dp0ddlint.jar" %*
