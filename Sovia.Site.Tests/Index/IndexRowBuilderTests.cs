using Sovia.Index;
using Sovia.Library.Families;
using Sovia.Tests.Support;

namespace Sovia.Tests.Index;

public sealed class IndexRowBuilderTests
{
    [Fact]
    public void a_family_has_one_set_of_names_in_whatever_order_its_posts_are_read()
    {
        var root = Make.Still(prompt: "a heron");
        var clip = Make.Clip(root) with { MediaUrl = "https://x.ai/clip.mp4" };
        Assert.Equal(ComputeId([root, clip]), ComputeId([clip, root]));

        static long ComputeId(IReadOnlyList<Sovia.Library.Post> posts) =>
            NameSets.ComputeId(IndexRowBuilder.BuildFamily(FamilyBuilder.Build(posts), posts));
    }
}
