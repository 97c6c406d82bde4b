using System.Globalization;
using Npgsql;
using Sovia.Storage.PrivateServer;

namespace Sovia.Tests.Storage.PrivateServer;

/// <summary>A data directory of one test's own. Whatever was started on it is stopped, and nothing of it remains.</summary>
internal sealed class DataFolderForTests : IAsyncDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("sovia test ").FullName;
    private readonly List<IAsyncDisposable> started = [];
    private readonly HashSet<string> sockets = [];

    public DataFolderForTests(string below = "")
    {
        Machine.Run("chmod", "755", root);
        Data = Path.Combine(root, below);
    }

    public string Root => root;

    public string Data { get; }

    public string Cluster => Path.Combine(Data, "postgres");

    public List<string> Messages { get; } = [];

    public string Log => File.ReadAllText(Path.Combine(Cluster, "server.log"));

    public PrivatePostgresOptions Options => new() { DataDirectory = Data, Log = Note };

    /// <summary>The pid in the pid file, whatever it is worth; null when there is no pid file.</summary>
    public int? Pid
    {
        get
        {
            var file = Path.Combine(Cluster, "postmaster.pid");
            return File.Exists(file) && int.TryParse(File.ReadLines(file).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid)
                ? pid : null;
        }
    }

    public bool ServerRuns => Pid is { } pid && Machine.IsRunning(pid);

    public async Task<PrivatePostgres> StartAsync(PrivatePostgresOptions? options = null)
    {
        var postgres = await PrivatePostgres.StartAsync(options ?? Options, CancellationToken.None);
        started.Add(postgres);
        sockets.Add(new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host!);
        return postgres;
    }

    public async Task<string> GetStartErrorAsync(PrivatePostgresOptions? options = null) =>
        (await Assert.ThrowsAsync<PrivatePostgresException>(() => StartAsync(options))).Message;

    public async Task<SiteProcess> StartSiteAsync(params string[] prefix)
    {
        var site = BeginSite(prefix);
        await site.WaitUntilListeningAsync();
        return site;
    }

    public SiteProcess BeginSite(params string[] prefix)
    {
        var site = new SiteProcess(prefix.Length == 0 ? SiteProcess.Program : ProgramForEveryone(), Data, prefix);
        started.Add(site);
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var each in Enumerable.Reverse(started))
            await each.DisposeAsync();
        if (Pid is { } pid && Machine.IsRunning(pid) && File.ResolveLinkTarget($"/proc/{pid}/cwd", false)?.FullName == Cluster)
        {
            Machine.Signal("INT", pid);
            await WaitFor.TrueAsync(() => !Machine.IsRunning(pid), "the server stops");
        }

        foreach (var socket in sockets.Where(folder => folder.StartsWith("/tmp/sovia-", StringComparison.Ordinal)
            && Directory.Exists(folder)))
            Directory.Delete(socket, recursive: true);
        Directory.Delete(root, recursive: true);
    }

    // A checkout below /root is closed to the ordinary user whose site is to be tried.
    private string ProgramForEveryone()
    {
        if (Machine.IsForEveryone(SiteProcess.Program))
            return SiteProcess.Program;
        var copy = Path.Combine(root, "site");
        Machine.Run("cp", "-r", Path.GetDirectoryName(SiteProcess.Program)!, copy);
        Machine.Run("chmod", "-R", "a+rX", copy);
        return Path.Combine(copy, Path.GetFileName(SiteProcess.Program));
    }

    private void Note(string line)
    {
        lock (Messages)
            Messages.Add(line);
    }
}
