using System.Text.RegularExpressions;
using Sovia.Query.Language;
using Sovia.Query.Metatags;
using Sovia.Tests.Architecture;

namespace Sovia.Tests.Query.Language;

public sealed class SearchHelpTests : LanguageTest
{
    [Fact]
    public void every_example_works_and_is_explained() => Assert.All(SearchHelp.Examples, example =>
    {
        Assert.Empty(Read(example.Query).Messages);
        Assert.EndsWith(".", example.Meaning, StringComparison.Ordinal);
    });

    [Fact]
    public void every_metatag_has_an_example() => Assert.All(MetatagList.All, tag =>
        Assert.Contains(SearchHelp.Examples, example => example.Query.Contains($"{tag.Name}:", StringComparison.Ordinal)));

    [Fact]
    public void every_example_in_the_tables_of_the_page_about_it_works()
    {
        var page = new RepositoryFiles().Read("docs/search-language.md");
        var cells = page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|') is [_, var example, _, _] ? [example] : line.Split('|')[3..]);
        var examples = cells.SelectMany(cell => Regex.Matches(cell, "`([^`]+)`")).Select(match => match.Groups[1].Value).ToList();
        Assert.InRange(examples.Count, 25, 100);
        Assert.All(examples, example => Assert.Empty(Read(example).Messages));
        Assert.All(MetatagList.All, tag => Assert.Contains($"`{tag.Name}:`", page, StringComparison.Ordinal));
    }
}
