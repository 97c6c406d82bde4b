namespace Sovia.Storage.PrivateServer;

/// <summary>Creates the data directory under its canonical path and makes it accessible to the server's account.</summary>
internal static class DataDirectoryAccess
{
    public static PrivatePostgresOptions Prepare(PrivatePostgresOptions options)
    {
        try
        {
            Directory.CreateDirectory(options.DataDirectory);
            return options with { DataDirectory = CanonicalPath.Resolve(options.DataDirectory) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PrivatePostgresException(PrivatePostgresMessages.NoDataDirectory(options.DataDirectory, e.Message), e);
        }
    }

    /// <summary>Allows the server's account to traverse the data directory. Does not change the mode of parent folders.</summary>
    public static async Task GrantTraversalAsync(PrivatePostgresOptions options, ServerAccount account, CancellationToken ct)
    {
        if (account.IsCurrentUser || await CanTraverseAsync(options.DataDirectory, account, ct))
            return;

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(options.DataDirectory, File.GetUnixFileMode(options.DataDirectory) | UnixFileMode.OtherExecute);
        if (!await CanTraverseAsync(options.DataDirectory, account, ct))
            throw new PrivatePostgresException(PrivatePostgresMessages.OutOfReach(options.DataDirectory, account.Name));
    }

    /// <summary>Makes the server's account the owner of a cluster that root copied here, for example from a backup.</summary>
    public static async Task TransferOwnershipAsync(
        string cluster, PrivatePostgresOptions options, ServerAccount account, CancellationToken ct)
    {
        if (account.IsCurrentUser || !Directory.Exists(cluster) || await FolderOwnership.ReadAsync(cluster, ct) is not { Uid: 0 })
            return;

        options.Log($"The database in {cluster} belongs to root; handing it to {account.Name}, who is to run it.");
        await ProcessRunner.RunAsync(["chown", "-R", "-h", $"{account.Uid}:{account.Gid}", cluster], ct);
    }

    private static async Task<bool> CanTraverseAsync(string folder, ServerAccount account, CancellationToken ct) =>
        (await ProcessRunner.RunAsync(account.BuildCommandLine("test", "-x", folder), ct)).Succeeded;
}
