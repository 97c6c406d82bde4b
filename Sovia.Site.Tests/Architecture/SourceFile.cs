using System.Text.RegularExpressions;

namespace Sovia.Tests.Architecture;

/// <summary>A source file of the repository.</summary>
/// <param name="Path">Relative to the repository, parted by <c>/</c>: <c>Sovia.Site/Library/Post.cs</c>.</param>
/// <param name="Text">The content of the file.</param>
public sealed partial record SourceFile(string Path, string Text)
{
    private const string Site = "Sovia.Site/";

    private string? code;

    public string Code => code ??= Path.EndsWith(".cshtml", StringComparison.Ordinal) ? Directives(Text) : CodeText.Extract(Text);

    /// <summary>The room of the file, <c>Library</c>; empty for a file at the top of the site.</summary>
    public string Room => Path[Site.Length..].Split('/') is [var room, _, ..] ? room : "";

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public int LineCount => Text.Length == 0 ? 0 : Text.AsSpan().Count('\n') + (Text[^1] == '\n' ? 0 : 1);

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public IEnumerable<TypeDeclaration> Types => !IsCSharp ? [] : Declaration().Matches(Code).Select(match =>
        new TypeDeclaration(match.Groups["name"].Value, LineOf(match.Groups["name"].Index),
            match.Value.Contains("public ", StringComparison.Ordinal), Depth(match.Index) == 0));

    public int LineOf(int index) => Code.AsSpan(0, index).Count('\n') + 1;

    public RuleViolation CreateViolation(int index, string message) => new(Path, LineOf(index), message);

    /// <summary>How many braces are open, not counting those of a namespace.</summary>
    private int Depth(int index)
    {
        var before = Code.AsSpan(0, index);
        return before.Count('{') - before.Count('}') - (BlockNamespace().IsMatch(Code[..index]) ? 1 : 0);
    }

    // Markup is prose; what a page knows is told by these lines.
    private static string Directives(string text) =>
        string.Join('\n', text.Split('\n').Select(line => Directive().IsMatch(line) ? line : ""));

    [GeneratedRegex(@"^\s*@(using|inject|model|inherits|implements|namespace)\s")]
    private static partial Regex Directive();

    [GeneratedRegex(@"\bnamespace\s+[\w.]+\s*\{")]
    private static partial Regex BlockNamespace();

    [GeneratedRegex(
        @"^[ \t]*(?:(?:public|internal|private|protected|file|sealed|static|abstract|partial|readonly|ref|unsafe|new)\s+)*(?:class|interface|struct|enum|record(?:\s+(?:class|struct))?|delegate\s+[\w.<>?\[\], ]+?)\s+(?<name>[A-Za-z_]\w*)(?=\s*[<({:;\n]|\s*$)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
