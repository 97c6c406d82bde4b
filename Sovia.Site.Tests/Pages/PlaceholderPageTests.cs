using Sovia.Pages;

namespace Sovia.Tests.Pages;

public sealed class PlaceholderPageTests
{
    [Fact]
    public void the_same_id_always_gives_the_same_picture()
    {
        var id = Guid.NewGuid();
        Assert.Equal(Placeholder.ForPost(id, "words"), Placeholder.ForPost(id, "words"));
        Assert.NotEqual(Placeholder.ForPost(id, null).Style, Placeholder.ForPost(Guid.NewGuid(), null).Style);
    }

    [Fact]
    public void numbers_stay_within_the_frame()
    {
        foreach (var placeholder in Enumerable.Range(0, 2000).Select(_ => Placeholder.ForPost(Guid.NewGuid(), null)))
        {
            Assert.InRange(placeholder.Hue, 0, 359);
            Assert.InRange(placeholder.Light.X, 10, 90);
            Assert.InRange(placeholder.Light.Y, 10, 90);
            Assert.InRange(placeholder.Horizon.Y, 50, 85);
        }
    }

    [Theory]
    [InlineData(null, "bare")]
    [InlineData("  ", "bare")]
    [InlineData("Slow dolly in", "short")]
    [InlineData("A lighthouse in heavy fog, the lamp just lit, gulls circling", "medium")]
    public void the_text_style_depends_on_the_length(string? words, string form) =>
    Assert.Equal(form, Placeholder.ForPost(Guid.NewGuid(), words).LengthClass);

    [Fact]
    public void long_texts_are_small() => Assert.Equal("long", Placeholder.ForPost(Guid.NewGuid(), new string('x', 300)).LengthClass);

    [Theory]
    [InlineData("imagine_h_1", "Imagine H 1")]
    [InlineData("imagine_w_speech_1", "Imagine W speech 1")]
    [InlineData("aurora", "Aurora")]
    [InlineData("__", null)]
    [InlineData(null, null)]
    public void models_have_friendly_names(string? model, string? name) => Assert.Equal(name, ModelName.ToDisplayName(model));
}
