namespace Sovia.Storage.PrivateServer;

/// <summary>The package manager commands of this operating system.</summary>
internal static class InstallCommands
{
    public static string Npm => GetFamily() switch
    {
        "windows" => "winget install OpenJS.NodeJS.LTS",
        "macos" => "brew install node",
        "fedora" => "sudo dnf install nodejs-npm",
        "arch" => "sudo pacman -S npm",
        "suse" => "sudo zypper install npm-default",
        "alpine" => "sudo apk add npm",
        "debian" => "sudo apt install npm",
        _ => "your system's package manager, package npm",
    };

    /// <summary>Returns the command that installs PostgreSQL, with the major version if the system's packages are versioned.</summary>
    public static string ForPostgres(int? major) => GetFamily() switch
    {
        "windows" => $"winget install PostgreSQL.PostgreSQL.{major ?? 18}",
        "macos" => $"brew install postgresql@{major ?? 18}",
        "fedora" => major is null ? "sudo dnf install postgresql-server" : $"sudo dnf install postgresql{major}-server",
        "arch" => "sudo pacman -S postgresql" + (major is null ? "" : $" (or postgresql-old-upgrade for {major})"),
        "suse" => $"sudo zypper install postgresql{major}-server",
        "alpine" => $"sudo apk add postgresql{major ?? 17}",
        "debian" => "sudo apt install postgresql" + (major is null ? "" : $"-{major}"),
        _ => $"your system's package manager, package postgresql{major}",
    };

    private static readonly string[] Families = ["debian", "ubuntu", "fedora", "rhel", "arch", "suse", "alpine"];

    private static string GetFamily()
    {
        if (OperatingSystem.IsWindows())
            return "windows";
        if (OperatingSystem.IsMacOS())
            return "macos";
        const string file = "/etc/os-release";
        var ids = !File.Exists(file) ? "" : string.Join(' ', File.ReadLines(file)
            .Where(line => line.StartsWith("ID=", StringComparison.Ordinal) || line.StartsWith("ID_LIKE=", StringComparison.Ordinal)));
        return Families.FirstOrDefault(name => ids.Contains(name, StringComparison.Ordinal)) switch
        {
            "ubuntu" => "debian",
            "rhel" => "fedora",
            { } name => name,
            null => "",
        };
    }
}
