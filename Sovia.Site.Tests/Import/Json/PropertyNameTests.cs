using System.Text;
using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Tests.Import.Json;

public sealed class PropertyNameTests
{
    [Fact]
    public void names_that_meet_in_one_place_are_told_apart()
    {
        for (var round = 0; round < 2; round++)
            for (var i = 0; i < 5_000; i++)
                Assert.Equal(new($"created_at_{i}", $"createdat{i}"), PropertyName.From(Encoding.UTF8.GetBytes($"created_at_{i}")));
    }

    [Theory]
    [InlineData("""{"a":1}""", "a")]
    [InlineData("""{"":1}""", "")]
    [InlineData("""{"m\u006fde":1}""", "mode")]
    [InlineData("""{"кот":1}""", "кот")]
    public void a_name_is_what_it_is_however_it_is_written(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal(new(name, name), PropertyName.From(document.RootElement.EnumerateObject().Single()));
    }

    [Fact]
    public void a_long_name_is_read_whole()
    {
        var name = new string('x', 10_000);
        Assert.Equal(name, PropertyName.From(Encoding.UTF8.GetBytes(name)).Spelling);
    }
}
