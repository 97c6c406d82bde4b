using Sovia.Library.Language;

namespace Sovia.Tests.Library.Language;

public sealed class SearchHelpTests : LanguageTest
{
    [Fact]
    public void every_example_works_and_is_explained() => Assert.All(SearchHelp.Examples, example =>
    {
        Assert.Empty(Read(example.Query).Messages);
        Assert.EndsWith(".", example.Meaning, StringComparison.Ordinal);
    });

    [Fact]
    public void every_metatag_has_an_example() => Assert.All(Metatags.All, tag =>
        Assert.Contains(SearchHelp.Examples, example => example.Query.Contains($"{tag.Name}:", StringComparison.Ordinal)));
}
