using System.Text;
using System.Text.RegularExpressions;

namespace Sovia.Tests.Architecture;

/// <summary>How large a file may be, what a type may be called, and who may touch the disk.</summary>
public static partial class ShapeRules
{
    private const int MaxLines = 200;
    private const int MaxColumns = 140;
    private const int MaxProgramLines = 50;

    public static IEnumerable<RuleViolation> Size(SourceFile file)
    {
        var maxLines = file.Path == "Sovia.Site/Program.cs" ? MaxProgramLines : MaxLines;
        if (file.LineCount > maxLines) yield return new(file.Path, maxLines + 1, $"{file.LineCount} lines, and {maxLines} are the most");
    }

    /// <summary>Lines that are too wide. Literals do not count: a query or a message is no better for being cut.</summary>
    public static IEnumerable<RuleViolation> Width(SourceFile file) => WithoutLiterals(file.Text).Split('\n')
        .Select((line, index) => (Width: line.TrimEnd().Length, Number: index + 1))
        .Where(line => line.Width > MaxColumns)
        .Select(line => new RuleViolation(file.Path, line.Number, $"{line.Width} columns, and {MaxColumns} are the most"));

    public static IEnumerable<RuleViolation> OnePublicType(SourceFile file) => file.Types
        .Where(type => type.IsPublic && type.IsTopLevel)
        .DistinctBy(type => type.Name)
        .Skip(1)
        .Select(type => new RuleViolation(file.Path, type.Line, $"{type.Name} is a second public type; it wants a file of its own"));

    public static IEnumerable<RuleViolation> Names(SourceFile file) =>
        from type in file.Types
        let match = EmptySuffix().Match(type.Name)
        // A tag helper is called so by the framework, which takes the ending off to name the tag.
        where match.Success && !type.Name.EndsWith("TagHelper", StringComparison.Ordinal)
        select new RuleViolation(file.Path, type.Line, $"{type.Name}: {match.Value} says nothing; name the thing or what is done");

    public static IEnumerable<RuleViolation> Disk(SourceFile file) => Plan.MayTouchFiles.Contains(file.Room) ? [] : DiskAccess()
        .Matches(file.Code)
        .Select(match => file.CreateViolation(match.Index, $"{file.Room} must not touch the disk: {match.Value.Trim()}"));

    private static string WithoutLiterals(string text)
    {
        var code = new StringBuilder(text.Length);
        var at = 0;
        foreach (var literal in CodeText.LiteralsOf(text).OrderBy(literal => literal.At))
        {
            if (literal.At < at) continue;
            code.Append(text, at, literal.At - at).Append('\n', literal.Text.AsSpan().Count('\n'));
            at = literal.At + literal.Text.Length;
        }
        return code.Append(text, at, text.Length - at).ToString();
    }

    [GeneratedRegex(@"(?<=\w)(?:Service|Manager|Helper|Util|Utility|Utilitie|Dto|DTO|Impl)s?$")]
    private static partial Regex EmptySuffix();

    [GeneratedRegex(
        @"(?<![\w.])(?:System\.IO\.)?(?:File|Directory)\.[A-Z]\w*|\bnew\s+(?:System\.IO\.)?(?:FileInfo|DirectoryInfo|FileStream|StreamWriter|FileSystemWatcher)\b")]
    private static partial Regex DiskAccess();
}
