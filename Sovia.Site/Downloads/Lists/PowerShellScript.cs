using System.Buffers;

namespace Sovia.Downloads.Lists;

/// <summary>A script for Windows PowerShell 5.1 and later, with nothing to install.</summary>
public sealed class PowerShellScript : IDownloadListFormat
{
    // PowerShell treats each of these as a single quote.
    private static readonly SearchValues<char> Quotes = SearchValues.Create("'\u2018\u2019\u201A\u201B");

    /// <inheritdoc/>
    public string Name => "powershell";

    /// <inheritdoc/>
    public string Extension => ".ps1";

    /// <inheritdoc/>
    public string ContentType => "text/plain; charset=utf-8";

    // Without a byte order mark, Windows PowerShell reads the file in the system's legacy code page.
    /// <inheritdoc/>
    public bool HasByteOrderMark => true;

    /// <inheritdoc/>
    public void WriteHeader(TextWriter writer, HostAccess access)
    {
        ListComments.WriteComments(writer, "#", [.. ListComments.Describe(access),
            "Usage: powershell -ExecutionPolicy Bypass -File THIS_FILE [MEDIA_ROOT]. You can stop and rerun it at any time."]);
        writer.Write($$"""
            param([string] $MediaRoot = '.')
            Add-Type -AssemblyName System.Net.Http
            [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
            $root = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($MediaRoot)
            $handler = New-Object Net.Http.HttpClientHandler
            {{(access == HostAccess.Cookie ? CookieSetup : "")}}$client = New-Object Net.Http.HttpClient $handler
            $client.Timeout = [TimeSpan]::FromMinutes(10)
            {{(access == HostAccess.Cookie ? $"$client.DefaultRequestHeaders.Referrer = '{MediaHosts.Referer}'\n" : "")}}$script:failed = 0
            function Get-Media([string] $Url, [string] $Path) {
              $target = [IO.Path]::Combine($root, $Path)
              if ([IO.File]::Exists($target)) { return }
              try {
                $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($target))
                $response = $client.GetAsync($Url, [Net.Http.HttpCompletionOption]::ResponseHeadersRead).GetAwaiter().GetResult()
                try {
                  $null = $response.EnsureSuccessStatusCode()
                  $file = [IO.File]::Create("$target.part")
                  try { $response.Content.CopyToAsync($file).GetAwaiter().GetResult() } finally { $file.Dispose() }
                  [IO.File]::Move("$target.part", $target)
                } finally { $response.Dispose() }
              } catch { $script:failed++; Write-Warning "$Url : $($_.Exception.Message)" }
            }

            """.ReplaceLineEndings("\n"));
    }

    /// <inheritdoc/>
    public void WriteFile(TextWriter writer, MissingFile missingFile) =>
        writer.Write($"Get-Media {Quote(missingFile.Url)} {Quote(missingFile.Target)}\n");

    /// <inheritdoc/>
    public void WriteFooter(TextWriter writer) =>
        writer.Write("if ($script:failed) { Write-Warning \"$script:failed could not be downloaded\"; exit 1 }\n");

    private const string CookieSetup = """
        $handler.CookieContainer = New-Object Net.CookieContainer
        foreach ($line in [IO.File]::ReadAllLines([IO.Path]::Combine($PSScriptRoot, 'cookies.txt'))) {
          $part = ($line -replace '^#HttpOnly_', '') -split "`t"
          if ($part.Count -ge 7 -and -not $part[0].StartsWith('#')) { $handler.CookieContainer.Add((New-Object Net.Cookie $part[5], $part[6], $part[2], $part[0])) }
        }

        """;

    private static string Quote(string value) => $"'{string.Concat(value.Select(c => Quotes.Contains(c) ? $"{c}{c}" : $"{c}"))}'";
}
