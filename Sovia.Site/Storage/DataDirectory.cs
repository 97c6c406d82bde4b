namespace Sovia.Storage;

/// <summary>Where everything durable lies: the database, thumbnails, uploads.</summary>
public static class DataDirectory
{
    /// <summary>The absolute path from <c>Sovia:DataDirectory</c>, or the operating system's place for such things; created when absent.</summary>
    public static string From(IConfiguration configuration)
    {
        var path = Path.GetFullPath(configuration["Sovia:DataDirectory"] is { Length: > 0 } chosen ? chosen : Usual());

        // Nobody else may look inside, but the server of a site run by root must be able to pass through.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | (Environment.IsPrivilegedProcess ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : 0));
        return path;
    }

    private static string Usual() => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
        ? "/var/lib/sovia"
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "Sovia");
}
