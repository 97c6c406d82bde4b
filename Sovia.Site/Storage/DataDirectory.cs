namespace Sovia.Storage;

/// <summary>The folder of all durable data: database, thumbnails, uploads.</summary>
public static class DataDirectory
{
    /// <summary>
    /// Returns the absolute path from <c>Sovia:DataDirectory</c>, or the operating system's default for application data. Creates the
    /// folder if it is missing.
    /// </summary>
    /// <exception cref="StartupException">The folder cannot be created.</exception>
    public static string Resolve(IConfiguration configuration)
    {
        var path = configuration["Sovia:DataDirectory"] is { Length: > 0 } configuredPath ? configuredPath : GetDefaultPath();
        try
        {
            return CreateFolder(Path.GetFullPath(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw CreateUnwritableException(path, e);
        }
    }

    /// <summary>Checks that files can be written to the data directory, so that a start fails before gigabytes are uploaded.</summary>
    /// <exception cref="StartupException">The folder is not writable.</exception>
    public static void EnsureWritable(IConfiguration configuration)
    {
        var path = Resolve(configuration);
        try
        {
            using var probe = new FileStream(Path.Combine(path, $".{Guid.NewGuid():N}.probe"),
                new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.DeleteOnClose });
            probe.WriteByte(1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CreateUnwritableException(path, e);
        }
    }

    private static StartupException CreateUnwritableException(string path, Exception e) =>
        new($"The data directory {path} isn't writable: {e.Message.TrimEnd('.')}. Choose another one with --Sovia:DataDirectory=FOLDER, or grant this user write access.", e);

    private static string CreateFolder(string path)
    {
        // Only the owner may list the folder, but if root runs the site, the database server's account must be able to traverse it.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | (Environment.IsPrivilegedProcess ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : 0));
        return path;
    }

    private static string GetDefaultPath() => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
        ? "/var/lib/sovia"
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "Sovia");
}
