using System.Runtime.CompilerServices;

namespace Sovia.Tests.Architecture;

/// <summary>The source files of the repository, as they lie on disk.</summary>
public sealed class RepositoryFiles
{
    private static readonly string[] Kinds = [".cs", ".cshtml", ".js", ".css"];

    private static readonly string[] NotOurs = ["bin", "obj", "lib", "node_modules"];

    private readonly string top = Top();

    public IReadOnlyList<SourceFile> Site => Sources("Sovia.Site");

    public IReadOnlyList<SourceFile> Tests => Sources("Sovia.Site.Tests");

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public string PathOf(string path) => Path.Combine(top, path);

    private SourceFile[] Sources(string project) =>
        [.. Walk(new(Path.Combine(top, project))).Order(StringComparer.Ordinal).Select(path =>
            new SourceFile(Path.GetRelativePath(top, path).Replace('\\', '/'), File.ReadAllText(path)))];

    // Built and vendored folders are not entered at all: they may come and go while this looks.
    private static IEnumerable<string> Walk(DirectoryInfo folder) =>
        folder.EnumerateFiles().Where(file => Kinds.Contains(file.Extension)).Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)).SelectMany(Walk));

    private static string Top([CallerFilePath] string here = "")
    {
        // A deterministic build may have mapped this file's path away; the built assembly lies inside the repository too.
        var start = File.Exists(here) ? Path.GetDirectoryName(here) : AppContext.BaseDirectory;
        for (var folder = new DirectoryInfo(start!); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sovia.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No Sovia.sln above {start}.");
    }
}
