namespace Sovia.Storage.PrivateServer;

/// <summary>The data directory: under one name, there, and open to the account that runs the server.</summary>
internal static class DataFolder
{
    public static PrivatePostgresOptions Open(PrivatePostgresOptions options)
    {
        try
        {
            Directory.CreateDirectory(options.DataDirectory);
            return options with { DataDirectory = RealPath.Of(options.DataDirectory) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PrivatePostgresException(Words.NoDataDirectory(options.DataDirectory, e.Message), e);
        }
    }

    /// <summary>Lets the server's account pass through the data directory itself; the folders above it are not Sovia's to change.</summary>
    public static async Task LetThroughAsync(PrivatePostgresOptions options, ServerAccount account, CancellationToken ct)
    {
        if (account.IsSelf || await ReachesAsync(options.DataDirectory, account, ct))
            return;

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(options.DataDirectory, File.GetUnixFileMode(options.DataDirectory) | UnixFileMode.OtherExecute);
        if (!await ReachesAsync(options.DataDirectory, account, ct))
            throw new PrivatePostgresException(Words.OutOfReach(options.DataDirectory, account.Name));
    }

    /// <summary>A cluster that root has copied here, from a backup say, is given to the account that is to run it.</summary>
    public static async Task HandOverAsync(
        string cluster, PrivatePostgresOptions options, ServerAccount account, CancellationToken ct)
    {
        if (account.IsSelf || !Directory.Exists(cluster) || await FolderFacts.OfAsync(cluster, ct) is not { Uid: 0 })
            return;

        options.Say($"The database in {cluster} belongs to root; handing it to {account.Name}, who is to run it.");
        await Command.RunAsync(["chown", "-R", "-h", $"{account.Uid}:{account.Gid}", cluster], ct);
    }

    private static async Task<bool> ReachesAsync(string folder, ServerAccount account, CancellationToken ct) =>
        (await Command.RunAsync(account.Line("test", "-x", folder), ct)).Ok;
}
