# What .ci/run does, for PowerShell: format check, build with warnings as errors, sample, the README's two commands, and
# publishes the command tinynn into artifacts/tinynn.
$ErrorActionPreference = 'Stop'
Set-Location $PSScriptRoot

function Invoke-Step([string] $Name, [scriptblock] $Command) {
    Write-Host "== $Name"
    & $Command
    if ($LASTEXITCODE -ne 0) { throw "$Name failed with exit code $LASTEXITCODE." }
}

Invoke-Step 'restore tools' { dotnet tool restore }
Invoke-Step 'format' { dotnet csharpier check . }
Invoke-Step 'build' { dotnet build -c Release TinyNn.sln }
Invoke-Step 'sample' { dotnet run -c Release --project samples/iris }
Invoke-Step 'train' {
    dotnet run -c Release --project src/Tiny.Nn.Cli -- train data/iris.csv --target species --output iris.tnn --force
}
Invoke-Step 'publish' { dotnet publish src/Tiny.Nn.Cli -c Release -o artifacts/tinynn }
$env:TINYNN_PUBLISHED = Join-Path $PSScriptRoot 'artifacts/tinynn'
Invoke-Step 'test' { dotnet test -c Release TinyNn.sln }
