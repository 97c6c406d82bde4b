using System.Globalization;
using System.Security.Cryptography;

namespace Sovia.Storage.PrivateServer;

/// <summary>The database files: made whole in a folder beside and then moved into place, so that no half cluster is ever found.</summary>
internal sealed class Cluster(PrivatePostgresOptions options)
{
    /// <summary>The database user and the database's name.</summary>
    public const string Owner = "sovia";

    private const string Settings = """

        # Written by Sovia for one person's machine; change it as you like, it is written only once.
        max_connections = 60
        shared_buffers = 256MB
        work_mem = 16MB
        maintenance_work_mem = 128MB
        effective_cache_size = 1GB
        random_page_cost = 1.1
        jit = off
        wal_compression = off
        max_wal_size = 4GB
        wal_buffers = 32MB
        checkpoint_completion_target = 0.9
        fsync = on
        synchronous_commit = on
        timezone = 'UTC'

        """;

    public string Folder { get; } = Path.Combine(options.DataDirectory, "postgres");

    private string PasswordFile => Path.Combine(options.DataDirectory, "postgres.password");

    /// <summary>The major version that made the cluster; null when there is none yet.</summary>
    public int? Major()
    {
        var file = Path.Combine(Folder, "PG_VERSION");
        if (File.Exists(file))
            return int.Parse(File.ReadAllText(file).Trim().Split('.')[0], CultureInfo.InvariantCulture);
        return !Directory.Exists(Folder) || !Directory.EnumerateFileSystemEntries(Folder).Any()
            ? null
            : throw new PrivatePostgresException(Words.NotACluster(Folder));
    }

    /// <summary>The password of the loopback; made at the first start.</summary>
    public string Password()
    {
        if (!File.Exists(PasswordFile))
        {
            var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new StreamWriter(PasswordFile, how);
            file.Write(RandomNumberGenerator.GetHexString(40, lowercase: true));
        }

        return File.ReadAllText(PasswordFile);
    }

    /// <summary>Makes the cluster as the server's account.</summary>
    public async Task CreateAsync(Binaries binaries, ServerAccount account, CancellationToken ct)
    {
        options.Say($"Creating database in {Folder} (PostgreSQL {binaries.Version}).");
        Leftovers.Remove(options.DataDirectory, "postgres.new-*");
        var half = Directory.CreateDirectory($"{Folder}.new-{Guid.NewGuid():N}").FullName;
        try
        {
            if (!account.IsSelf)
                await Command.RunAsync(["chown", $"{account.Uid}:{account.Gid}", half], ct);
            await InitAsync(binaries, account, half, ct);
            await ConfigureAsync(account, Path.Combine(half, "postgresql.conf"), ct);
            if (Directory.Exists(Folder))
                Directory.Delete(Folder);
            Directory.Move(half, Folder);
        }
        finally
        {
            Leftovers.Remove(options.DataDirectory, "postgres.new-*");
        }
    }

    private async Task InitAsync(Binaries binaries, ServerAccount account, string half, CancellationToken ct)
    {
        string[] access = options.Loopback
            ? ["--auth=scram-sha-256", $"--pwfile={PasswordFile}"]
            : ["--auth-local=trust", "--auth-host=reject"];
        if (options.Loopback && !account.IsSelf)
            await Command.RunAsync(["chown", $"{account.Uid}:{account.Gid}", PasswordFile], ct);
        var answer = new Command.Outcome(1, "");

        // Plain C would break accents in pg_trgm and lower(); not every system knows C.UTF-8.
        foreach (var locale in OperatingSystem.IsWindows() ? new[] { "en-US", "C" } : ["C.UTF-8", "en_US.UTF-8", "C"])
        {
            answer = await Command.RunAsync(
                account.Line([binaries.InitDb, "-D", ".", "-U", Owner, "--encoding=UTF8", $"--locale={locale}", "--data-checksums", .. access]),
                ct, folder: half);
            if (answer.Ok || !answer.Output.Contains("locale", StringComparison.Ordinal))
                break;
        }

        if (!answer.Ok)
            throw new PrivatePostgresException(Words.InitFailed(Folder, answer.Output));
    }

    private static async Task ConfigureAsync(ServerAccount account, string file, CancellationToken ct)
    {
        // Root writes nothing into a folder of another account: a link planted there would lead it anywhere.
        if (account.IsSelf)
            await File.AppendAllTextAsync(file, Settings, ct);
        else
            await Command.RunAsync(account.Line("tee", "-a", file), ct, input: Settings);
    }
}
