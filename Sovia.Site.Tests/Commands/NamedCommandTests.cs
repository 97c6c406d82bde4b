using System.Text.RegularExpressions;
using Sovia.Tests.Architecture;

namespace Sovia.Tests.Commands;

/// <summary>No text sends its reader to a command that there is not.</summary>
public sealed partial class NamedCommandTests
{
    // As a command line, or told to be run.
    [GeneratedRegex("""(?:Sovia\.Site -- |Sovia\.Site\.dll |\b[Rr]un (?:the command )?["“`]\s?)(?<name>[a-z]+)\b""")]
    private static partial Regex Named();

    [GeneratedRegex("new Command\\(\"(?<name>[a-z]+)\"")]
    private static partial Regex Described();

    [Fact]
    public void every_command_that_a_text_names_is_there()
    {
        var files = new RepositoryFiles();
        var known = files.Site.SelectMany(file => Described().Matches(file.Text)).Select(match => match.Groups["name"].Value).ToHashSet();
        Assert.Superset(new HashSet<string> { "import", "scan", "rebuild", "seed" }, known);
        var pages = Directory.EnumerateFiles(files.PathOf("docs"), "*.md", SearchOption.AllDirectories).Append(files.PathOf("README.md"))
            .Select(File.ReadAllText);
        var named = files.Site.Select(file => file.Text).Concat(pages).SelectMany(text => Named().Matches(text))
            .Select(match => match.Groups["name"].Value).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, known));
    }
}
