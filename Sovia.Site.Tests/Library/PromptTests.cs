using Sovia.Library;
using Sovia.Library.Families;
using Sovia.Tests.Support;

namespace Sovia.Tests.Library;

public sealed class PromptTests
{
    private static readonly string Url = $"https://assets.grok.com/users/{Guid.NewGuid()}/content";

    [Fact]
    public void the_prompt_excludes_a_leading_url()
    {
        var clip = Make.Clip(Make.Still(), prompt: $"{Url} a slow pan --ar 2:3 --mode=custom");
        Assert.Equal("a slow pan --ar 2:3", clip.UserPrompt);
    }

    [Fact]
    public void a_url_alone_is_not_a_prompt() => Assert.Null(Make.Clip(Make.Still(), prompt: Url).UserPrompt);

    [Fact]
    public void in_mode_normal_a_videos_prompt_is_the_models_caption()
    {
        var clip = Make.Clip(Make.Still()) with { Mode = "normal", Prompt = "Waves roll in." };
        Assert.Null(clip.UserPrompt);
        Assert.Equal("Waves roll in.", clip.Caption);
    }

    [Fact]
    public void a_still_without_words_takes_over_what_was_typed_for_its_first_video()
    {
        var still = Make.Still();
        var caption = Make.Clip(still, 1) with { Mode = "normal", Prompt = "A caption." };
        var second = Make.Clip(still, 3, "second words");
        var first = Make.Clip(still, 2, "first words");
        var family = new[] { still, caption, second, first }.ToDictionary(post => post.Id);
        Assert.Equal(new DisplayPrompt("first words", PromptSource.Descendant), DisplayPrompt.Select(still, family));
    }

    [Fact]
    public void a_video_without_words_takes_over_its_stills()
    {
        var still = Make.Still(prompt: "a heron at dawn");
        var clip = Make.Clip(still);
        Assert.Equal(new DisplayPrompt("a heron at dawn", PromptSource.Ancestor),
            DisplayPrompt.Select(clip, new[] { still, clip }.ToDictionary(post => post.Id)));
    }

    [Fact]
    public void a_card_cuts_a_long_prompt_between_whole_characters()
    {
        var family = FamilyBuilder.Build([Make.Still(prompt: new string('a', Family.MaxPromptLength - 2) + "😀😀")]);
        Assert.True(family.Prompt!.Length <= Family.MaxPromptLength);
        Assert.DoesNotContain(family.Prompt, char.IsSurrogate);
    }

    [Fact]
    public void the_order_of_posts_does_not_matter_to_their_family()
    {
        var still = Make.Still();
        Post[] posts = [still, .. Enumerable.Range(1, 5).Select(i => Make.Clip(still, i, "x" + i))];
        Assert.Equivalent(FamilyBuilder.Build(posts), FamilyBuilder.Build([.. posts.Reverse()]), strict: true);
    }
}
