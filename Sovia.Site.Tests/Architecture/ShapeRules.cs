using System.Text;
using System.Text.RegularExpressions;

namespace Sovia.Tests.Architecture;

/// <summary>How large a file may be, what a type may be called, and who may touch the disk.</summary>
public static partial class ShapeRules
{
    private const int MostLines = 200;
    private const int MostColumns = 140;
    private const int MostLinesOfProgram = 50;

    public static IEnumerable<Offence> Size(SourceFile file)
    {
        var most = file.Path == "Sovia.Site/Program.cs" ? MostLinesOfProgram : MostLines;
        if (file.LineCount > most) yield return new(file.Path, most + 1, $"{file.LineCount} lines, and {most} are the most");
    }

    /// <summary>Lines that are too wide. Literals do not count: a query or a message is no better for being cut.</summary>
    public static IEnumerable<Offence> Width(SourceFile file) => WithoutLiterals(file.Text).Split('\n')
        .Select((line, index) => (Width: line.TrimEnd().Length, Number: index + 1))
        .Where(line => line.Width > MostColumns)
        .Select(line => new Offence(file.Path, line.Number, $"{line.Width} columns, and {MostColumns} are the most"));

    public static IEnumerable<Offence> OnePublicType(SourceFile file) => file.Types
        .Where(type => type.IsPublic && type.IsTopLevel)
        .DistinctBy(type => type.Name)
        .Skip(1)
        .Select(type => new Offence(file.Path, type.Line, $"{type.Name} is a second public type; it wants a file of its own"));

    public static IEnumerable<Offence> Names(SourceFile file) =>
        from type in file.Types
        let match = Empty().Match(type.Name)
        // A tag helper is called so by the framework, which takes the ending off to name the tag.
        where match.Success && !type.Name.EndsWith("TagHelper", StringComparison.Ordinal)
        select new Offence(file.Path, type.Line, $"{type.Name}: {match.Value} says nothing; name the thing or what is done");

    public static IEnumerable<Offence> Disk(SourceFile file) => Plan.MayTouchFiles.Contains(file.Room) ? [] : Touch()
        .Matches(file.Code)
        .Select(match => file.Offends(match.Index, $"{file.Room} must not touch the disk: {match.Value.Trim()}"));

    private static string WithoutLiterals(string text)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        foreach (var literal in CodeText.LiteralsOf(text).OrderBy(literal => literal.At))
        {
            if (literal.At < at) continue;
            kept.Append(text, at, literal.At - at).Append('\n', literal.Text.AsSpan().Count('\n'));
            at = literal.At + literal.Text.Length;
        }
        return kept.Append(text, at, text.Length - at).ToString();
    }

    [GeneratedRegex(@"(?<=\w)(?:Service|Manager|Helper|Util|Utility|Utilitie|Dto|DTO|Impl)s?$")]
    private static partial Regex Empty();

    [GeneratedRegex(
        @"(?<![\w.])(?:System\.IO\.)?(?:File|Directory)\.[A-Z]\w*|\bnew\s+(?:System\.IO\.)?(?:FileInfo|DirectoryInfo|FileStream|StreamWriter|FileSystemWatcher)\b")]
    private static partial Regex Touch();
}
