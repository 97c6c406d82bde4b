using Sovia.Collections;
using Sovia.Query.Language;
using Sovia.Query.Metatags;

namespace Sovia.Tests.Query.Language;

public sealed class MetatagTests : LanguageTest
{
    [Theory]
    [InlineData("type:video", "kind:Video")]
    [InlineData("TYPE:Images", "kind:Image")]
    [InlineData("type：video", "kind:Video")]
    [InlineData("type:image,video", "{kind:Image kind:Video}")]
    [InlineData("type:image,image", "kind:Image")]
    [InlineData("-is:video", "!kind:Video")]
    [InlineData("cover:clip", "cover:Video")]
    [InlineData("cover:image,video", "{cover:Image cover:Video}")]
    [InlineData("liked:yes", "liked:True")]
    [InlineData("liked:no", "liked:False")]
    [InlineData("liked:unknown", "liked:?")]
    [InlineData("prompt:none", "prompt:False")]
    [InlineData("prompt:any", "prompt:True")]
    [InlineData("is:missing", "safe:False")]
    [InlineData("is:safe", "safe:True")]
    [InlineData("is:unliked", "liked:False")]
    [InlineData("is:moderated,derived", "{flag:Moderated flag:Derived}")]
    [InlineData("is:undated", "dated:False")]
    [InlineData("has:video", "kind:Video")]
    [InlineData("has:model", "!model:?")]
    public void filters_with_named_values_are_read(string search, string meaning) => AssertMeaning(search, meaning);

    [Theory]
    [InlineData("model:Imagine_h_1", "model:Imagine_h_1")]
    [InlineData("model:none", "model:?")]
    [InlineData("model:\"none\"", "model:none")]
    [InlineData("model:\"a b\",c", "{model:a b model:c}")]
    [InlineData("-mode:a,b", "!{mode:a mode:b}")]
    [InlineData("mode:extremely-spicy-or-crazy", "mode:extremely-spicy-or-crazy")]
    [InlineData("host:none", "host:?")]
    [InlineData("seed:18446744073709551615", "seed:18446744073709551615")]
    [InlineData("seed:\"-1\"", "seed:-1")]
    [InlineData("seed:none", "seed:?")]
    [InlineData("owner:0D5F3C1A7B1E4F6E9D0C2A4B6C8D0E1F", "owner:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f")]
    [InlineData("-owner:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f", "!owner:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f")]
    [InlineData("owner:NONE", "owner:?")]
    [InlineData("model:\"my best\"", "model:my best")]
    [InlineData("model:“my best”", "model:my best")]
    [InlineData("model:\"say \"\"hi\"\", (you)\"", "model:say \"hi\", (you)")]
    [InlineData("(model:a)", "model:a")]
    public void names(string search, string meaning) => AssertMeaning(search, meaning);

    [Theory]
    [InlineData("size:1024x1536", "size:1024x1536")]
    [InlineData("size:1024X1536", "size:1024x1536")]
    [InlineData("size:1024×1536", "size:1024x1536")]
    [InlineData("size:none", "size:?")]
    [InlineData("size:Square", "shape:Square")]
    [InlineData("size:landscape,portrait", "{shape:Landscape shape:Portrait}")]
    public void sizes(string search, string meaning) => AssertMeaning(search, meaning);

    [Theory]
    [InlineData("size:1024")]
    [InlineData("size:1024x")]
    [InlineData("size:-1x5")]
    [InlineData("size:1x2x3")]
    [InlineData("size:99999999x1")]
    public void an_invalid_size_is_reported(string search) =>
    Assert.Contains("isn't a valid size", Assert.Single(Read(search).Messages).Text, StringComparison.Ordinal);

    [Fact]
    public void a_name_is_no_owner() =>
        Assert.StartsWith("“me” isn't an account.", Assert.Single(Read("owner:me").Messages).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("videos:0", "Videos:0..0")]
    [InlineData("videos:>5", "Videos:6..")]
    [InlineData("videos:>=5", "Videos:5..")]
    [InlineData("images:<5", "Images:..4")]
    [InlineData("images:<0", "Images:..-1")]
    [InlineData("items:<=5", "Items:..5")]
    [InlineData("videos:1..3", "Videos:1..3")]
    [InlineData("videos:..3", "Videos:..3")]
    [InlineData("videos:3..", "Videos:3..")]
    [InlineData("videos:1,4", "{Videos:1..1 Videos:4..4}")]
    [InlineData("videos:0,>5", "{Videos:0..0 Videos:6..}")]
    public void counts(string search, string meaning) => AssertMeaning(search, meaning);

    [Theory]
    [InlineData("date:2025", "made:2025-01-01..2026-01-01")]
    [InlineData("date:2025-10", "made:2025-10-01..2025-11-01")]
    [InlineData("date:2025-9", "made:2025-09-01..2025-10-01")]
    [InlineData("date:2024-02-29", "made:2024-02-29..2024-03-01")]
    [InlineData("date:2025-10-01..2025-10-18", "made:2025-10-01..2025-10-19")]
    [InlineData("date:2024..2025-03", "made:2024-01-01..2025-04-01")]
    [InlineData("date:>2025-09", "made:2025-10-01..")]
    [InlineData("date:>=2025-09", "made:2025-09-01..")]
    [InlineData("date:<2025-09", "made:..2025-09-01")]
    [InlineData("date:<=2025-09", "made:..2025-10-01")]
    [InlineData("date:..2025", "made:..2026-01-01")]
    [InlineData("date:9999-12", "made:9999-12-01..")]
    [InlineData("date:none", "dated:False")]
    [InlineData("date:2024,none", "{made:2024-01-01..2025-01-01 dated:False}")]
    public void dates(string search, string meaning) => AssertMeaning(search, meaning);

    [Theory]
    [InlineData("date:today", "made:2025-10-18..2025-10-19")]
    [InlineData("date:yesterday", "made:2025-10-17..2025-10-18")]
    [InlineData("date:7d", "made:2025-10-12..2025-10-19")]
    [InlineData("date:week", "made:2025-10-12..2025-10-19")]
    [InlineData("date:month", "made:2025-09-19..2025-10-19")]
    [InlineData("date:year", "made:2024-10-19..2025-10-19")]
    [InlineData("date:2w", "made:2025-10-05..2025-10-19")]
    [InlineData("date:<30d", "made:..2025-09-19")]
    [InlineData("date:2025-10..yesterday", "made:2025-10-01..2025-10-18")]
    public void dates_that_move(string search, string meaning)
    {
        AssertMeaning(search, meaning);
        Assert.True(Read(search).IsRelative);
        Assert.Equal(search, Read(search).Canonical);
    }

    [Theory]
    [InlineData("id:0D5F", "id:0d5f0000000000000000000000000000..0d5fffffffffffffffffffffffffffff")]
    [InlineData("id:0d5f3c1a-7b1e", "id:0d5f3c1a7b1e00000000000000000000..0d5f3c1a7b1effffffffffffffffffff")]
    [InlineData("id:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f", "id:0d5f3c1a7b1e4f6e9d0c2a4b6c8d0e1f..0d5f3c1a7b1e4f6e9d0c2a4b6c8d0e1f")]
    [InlineData("import:0D5F3C1A7B1E4F6E9D0C2A4B6C8D0E1F", "run:0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f")]
    public void ids(string search, string meaning) => AssertMeaning(search, meaning);

    [Fact]
    public void every_metatag_s_examples_and_values_are_read()
    {
        Collection CreateCollection(string name, Guid? parent) =>
            new() { Id = Guid.NewGuid(), Name = name, ParentId = parent, CreatedAt = default, UpdatedAt = default };
        var travel = CreateCollection("Travel", null);
        using var named = NamedCollections.Use(
            new CollectionTree([travel, CreateCollection("Sea", travel.Id), CreateCollection("My best", null)], "1"));
        Assert.All(
            MetatagList.All.SelectMany(tag => tag.Examples.Concat(tag.Values.Select(value => $"{tag.Name}:{value}"))),
            search => Assert.Empty(Read(search).Messages));
    }

    private static void AssertMeaning(string search, string meaning)
    {
        Assert.Empty(Read(search).Messages);
        Assert.Equal(meaning, Meaning(search));
    }
}
