namespace Sovia.Storage.PrivateServer;

/// <summary>The messages shown at the terminal when the private server cannot be started.</summary>
internal static class PrivatePostgresMessages
{
    public const string NoAccount =
        """
        PostgreSQL can't run as root. To run it as another user, Sovia needs the account "postgres" or "nobody"
        and setpriv (package util-linux) or sudo.
        Run Sovia as a regular user, install what is missing, or configure ConnectionStrings:Postgres.
        """;

    public static string PreferredIsEmpty(string folder) =>
        $"Sovia:PostgresBin is {folder}, but postgres, initdb and pg_ctl do not run from there; looking elsewhere.";

    public static string NoDataDirectory(string folder, string why) =>
        $"""
        Can't use the data directory {folder}: {why}
        Choose another one with --Sovia:DataDirectory=FOLDER.
        """;

    public static string BelongsToAnother(string cluster, uint uid) =>
        $"""
        The database in {cluster} belongs to another user (number {uid}). It was left as it is.
        Run Sovia as that user, or choose another data directory with --Sovia:DataDirectory=FOLDER.
        """;

    public static string OutOfReach(string folder, string account) =>
        $"""
        PostgreSQL can't run as root, so Sovia runs it as "{account}", and that account can't access {folder}.
        Choose a directory it can access (--Sovia:DataDirectory=/var/lib/sovia), grant access to the parent folders
        (chmod o+x), or run Sovia as a regular user.
        """;

    public static string SocketFolderTaken(string folder, string account, FolderOwnership? facts) =>
        $"""
        The database's socket needs the folder {folder}, private to "{account}", but what is there is
        {(facts is null ? "not readable" : $"{facts.Mode} and belongs to user number {facts.Uid}")}. Another user may have created it. No data was touched.
        Remove that folder and start again.
        """;

    public static string NotACluster(string folder) =>
        $"""
        {folder} holds files but no database (it has no PG_VERSION). Nothing was changed.
        Move the folder elsewhere, restore a database backup into it, or choose another
        data directory with --Sovia:DataDirectory=FOLDER.
        """;

    public static string InitFailed(string folder, string output) =>
        $"""
        Couldn't create the database in {folder}. Temporary files were removed. initdb output:
        {output}
        """;

    public static string RunsElsewhere(string folder) =>
        $"""
        Another Sovia, perhaps in another container, is using the database in {folder}. Nothing was changed.
        Stop that one first, choose another data directory with --Sovia:DataDirectory=FOLDER, or let both use one server: ConnectionStrings:Postgres.
        """;

    public static string StartFailed(string folder, string log) =>
        $"""
        The database in {folder} did not start. Its files were not changed. Last lines of the log:
        {log}
        The whole log is {Path.Combine(folder, "server.log")}.
        """;

    public static string NoAnswer(string folder) =>
        $"""
        The database in {folder} started but didn't respond within ten minutes. Its files are safe.
        See {Path.Combine(folder, "server.log")}, then start Sovia again.
        """;

    public static string Refused(string folder, string why) =>
        $"""
        The database in {folder} is running but rejected the connection: {why}
        Its files are safe. If its pg_hba.conf or postgres.password was changed, undo that and start again.
        """;

    public static string OtherMajor(string cluster, int wanted, IReadOnlyList<PostgresBinaries> found) =>
        $"""
        The database in {cluster} was made by PostgreSQL {wanted}, and only that version can open it. {DescribeFound(found)}
        The data is safe; nothing was changed. Do one of these:
          1. Install PostgreSQL {wanted}:  {InstallCommands.ForPostgres(wanted)}
          2. Already installed elsewhere? Set its folder:  --Sovia:PostgresBin=FOLDER
          3. Move to a newer version: install both, make a new folder with the newer one's initdb, move the data
             over with its pg_upgrade, and put that folder in the place of {cluster}.
        """;

    public static string NothingFound(IReadOnlyList<PostgresBinaries> found, string? failure) =>
        $"""
        Sovia stores its library in PostgreSQL, but no supported version was found on this computer. {DescribeFound(found)}
        {(failure is null ? "npm isn't installed either, so Sovia couldn't download PostgreSQL." : $"Downloading PostgreSQL with npm failed:\n{failure}")}
        Nothing was changed. Do one of these and start again:
          1. Install PostgreSQL:  {InstallCommands.ForPostgres(null)}
             (or set its folder:  --Sovia:PostgresBin=FOLDER)
          2. Install Node.js with npm, so that Sovia can download PostgreSQL itself (60 MB, one time only):  {InstallCommands.Npm}
          3. Use a server that runs elsewhere:
             --ConnectionStrings:Postgres="Host=...;Database=sovia;Username=...;Password=..."
        """;

    private static string DescribeFound(IReadOnlyList<PostgresBinaries> found) => found.Count == 0
        ? "" : $"Found instead: {string.Join(", ", found.Select(postgresBinaries => $"{postgresBinaries.Version} in {postgresBinaries.Folder}"))}.";
}
