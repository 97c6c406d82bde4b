using System.Globalization;
using System.Security.Cryptography;

namespace Sovia.Storage.PrivateServer;

/// <summary>
/// The database files. Created in a sibling folder and then moved into place, so that an incomplete cluster is never found.
/// </summary>
internal sealed class PostgresCluster(PrivatePostgresOptions options)
{
    /// <summary>The database user and the database's name.</summary>
    public const string UserAndDatabaseName = "sovia";

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

    /// <summary>Reads the major version that created the cluster; null if there is no cluster yet.</summary>
    public int? ReadMajorVersion()
    {
        var file = Path.Combine(Folder, "PG_VERSION");
        if (File.Exists(file))
            return int.Parse(File.ReadAllText(file).Trim().Split('.')[0], CultureInfo.InvariantCulture);
        return !Directory.Exists(Folder) || !Directory.EnumerateFileSystemEntries(Folder).Any()
            ? null
            : throw new PrivatePostgresException(PrivatePostgresMessages.NotACluster(Folder));
    }

    /// <summary>Reads the password for loopback connections; generates it on the first start.</summary>
    public string ReadOrCreatePassword()
    {
        if (!File.Exists(PasswordFile))
        {
            var fileOptions = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                fileOptions.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new StreamWriter(PasswordFile, fileOptions);
            file.Write(RandomNumberGenerator.GetHexString(40, lowercase: true));
        }

        return File.ReadAllText(PasswordFile);
    }

    /// <summary>Creates the cluster as the server's account.</summary>
    public async Task CreateAsync(PostgresBinaries postgresBinaries, ServerAccount account, CancellationToken ct)
    {
        options.Log($"Creating database in {Folder} (PostgreSQL {postgresBinaries.Version}).");
        IncompleteFolders.Delete(options.DataDirectory, "postgres.new-*");
        var newFolder = Directory.CreateDirectory($"{Folder}.new-{Guid.NewGuid():N}").FullName;
        try
        {
            if (!account.IsCurrentUser)
                await ProcessRunner.RunAsync(["chown", $"{account.Uid}:{account.Gid}", newFolder], ct);
            await InitAsync(postgresBinaries, account, newFolder, ct);
            await ConfigureAsync(account, Path.Combine(newFolder, "postgresql.conf"), ct);
            if (Directory.Exists(Folder))
                Directory.Delete(Folder);
            Directory.Move(newFolder, Folder);
        }
        finally
        {
            IncompleteFolders.Delete(options.DataDirectory, "postgres.new-*");
        }
    }

    private async Task InitAsync(PostgresBinaries postgresBinaries, ServerAccount account, string newFolder, CancellationToken ct)
    {
        string[] authArguments = options.UseLoopback
            ? ["--auth=scram-sha-256", $"--pwfile={PasswordFile}"]
            : ["--auth-local=trust", "--auth-host=reject"];
        if (options.UseLoopback && !account.IsCurrentUser)
            await ProcessRunner.RunAsync(["chown", $"{account.Uid}:{account.Gid}", PasswordFile], ct);
        var result = new ProcessRunner.ProcessResult(1, "");

        // The plain C locale would break accented letters in pg_trgm and lower(), and not every system has C.UTF-8.
        foreach (var locale in OperatingSystem.IsWindows() ? new[] { "en-US", "C" } : ["C.UTF-8", "en_US.UTF-8", "C"])
        {
            result = await ProcessRunner.RunAsync(
                account.BuildCommandLine(
                    [postgresBinaries.InitDb, "-D", ".", "-U", UserAndDatabaseName, "--encoding=UTF8", $"--locale={locale}",
                    "--data-checksums", .. authArguments]),
                ct, folder: newFolder);
            if (result.Succeeded || !result.Output.Contains("locale", StringComparison.Ordinal))
                break;
        }

        if (!result.Succeeded)
            throw new PrivatePostgresException(PrivatePostgresMessages.InitFailed(Folder, result.Output));
    }

    private static async Task ConfigureAsync(ServerAccount account, string file, CancellationToken ct)
    {
        // Root must not write into another account's folder, because a link planted there could redirect the write anywhere.
        if (account.IsCurrentUser)
            await File.AppendAllTextAsync(file, Settings, ct);
        else
            await ProcessRunner.RunAsync(account.BuildCommandLine("tee", "-a", file), ct, input: Settings);
    }
}
