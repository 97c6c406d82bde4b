using Sovia.Library;
using Sovia.Synthetic;

namespace Sovia.Seeding;

/// <summary>Generates one family.</summary>
internal sealed class SyntheticFamilyBuilder(SyntheticRandom syntheticRandom, IReadOnlyList<Guid> accounts, PromptWriter words)
{
    private const double SizeRate = 0.25;

    /// <summary>Generates the root, followed by the items made from it, newest first as in exports.</summary>
    /// <param name="at">When the root was created.</param>
    /// <param name="mustHaveText">Whether at least one post must have a text.</param>
    public IReadOnlyList<Post> BuildPosts(DateTimeOffset at, bool mustHaveText)
    {
        var root = CreateImage(at);
        var children = new List<Post>();
        for (var count = ExportStatistics.PickChildCount(syntheticRandom); count > 0; count--)
        {
            at = PostTimeline.GetLaterTime(at, syntheticRandom);
            children.Add(at >= ExportStatistics.NewModelNamesFrom && syntheticRandom.NextBool(0.03) ? Edit(root, at) : Animate(root, at));
        }
        if (mustHaveText && !words.HasWrittenTerms) root = root with { Prompt = words.WritePrompt() };
        children.Reverse();
        return [.. children.Prepend(root).Select(post => post with { SourceRecords = [CreateSourceRecord(post)] })];
    }

    // Equals the source record that an import of the export would store.
    private static SourceRecord CreateSourceRecord(Post post) => new()
    {
        Raw = SyntheticPostJson.Serialize(post),
        Kind = SourceKind.List,
        Parent = post.ParentId,
        Enclosing = post.ParentId,
    };

    private Post CreateImage(DateTimeOffset createdAt)
    {
        var (id, owner) = (syntheticRandom.NextGuid(), accounts[ExportStatistics.Owners.Pick(syntheticRandom)]);
        var (type, folder) = ExportStatistics.ImageLocations.Pick(syntheticRandom);
        var path = $"{folder}/{id}.{(type == "png" ? "png" : "jpg")}";
        var (width, height) = ExportStatistics.ImageSizes.Pick(syntheticRandom);
        var hasSize = syntheticRandom.NextBool(SizeRate);
        return new()
        {
            Id = id,
            RootId = id,
            Kind = MediaKind.Image,
            CreatedAt = createdAt,
            OwnerId = owner,
            Prompt = syntheticRandom.NextBool(ExportStatistics.ImagePromptRate) ? words.WritePrompt() : null,
            Model = createdAt >= ExportStatistics.NewModelNamesFrom && syntheticRandom.NextBool(0.04) ? "imagine-image-gen"
            : ExportStatistics.ImageModels.Pick(syntheticRandom),
            MimeType = $"image/{type}",
            MediaUrl = folder is null ? $"https://assets.grok.com/users/{owner}/{id}/content"
            : $"https://imagine-public.x.ai/imagine-public/{path}",
            ThumbnailUrl = folder is null ? null
            : $"https://imagine-public.x.ai/cdn-cgi/image/width=500,fit=scale-down,format=auto/imagine-public/{path}",
            Width = hasSize ? width : null,
            Height = hasSize ? height : null,
            Liked = ExportStatistics.Likes.Pick(syntheticRandom),
        };
    }

    private Post Edit(Post root, DateTimeOffset createdAt) => CreateChild(root, createdAt, "image/jpeg", "image.jpg") with
    {
        Kind = MediaKind.Image,
        Model = "imagine-image-edit",
        Derivation = "ORIGINAL_REF_TYPE_IMAGE_EDIT",
        Prompt = words.WriteOrRepeatPrompt(),
    };

    private Post Animate(Post root, DateTimeOffset createdAt)
    {
        var (mode, model) = ExportStatistics.VideoModes.Pick(syntheticRandom);
        var hasSize = syntheticRandom.NextBool(SizeRate);
        var audioCount = model == "imagine_xdit_1" || syntheticRandom.NextBool(0.01) ? 0 : syntheticRandom.NextBool(0.003) ? 4 : 1;
        return CreateChild(root, createdAt, "video/mp4", "generated_video.mp4") with
        {
            Kind = MediaKind.Video,
            Mode = mode,
            Model = createdAt >= ExportStatistics.NewModelNamesFrom && syntheticRandom.NextBool(0.05) ? "imagine-video-gen" : model,
            OriginalPrompt = CreateOriginalPrompt(root, mode),
            Prompt = mode == "normal" && model == "imagine_w_1" ? words.WriteCaption() : null,
            AudioUrls = [.. Enumerable.Range(0, audioCount)
                .Select(_ => $"https://assets.grok.com/users/{accounts[0]}/generated/{syntheticRandom.NextGuid()}/generated_audio.flac")],
            Width = hasSize ? 464 : null,
            Height = hasSize ? 688 : null,
            Duration = hasSize ? syntheticRandom.Pick(6, 6, 10, 15) : null,
            ResolutionName = hasSize ? "480p" : null,
        };
    }

    // Some prompts start with the parent's URL; in mode normal the prompt is that URL or missing.
    private string? CreateOriginalPrompt(Post root, string mode) => mode switch
    {
        "custom" or "speech" => (syntheticRandom.NextBool(0.01) ? root.MediaUrl + " " : "") + words.WriteOrRepeatPrompt(),
        "normal" when syntheticRandom.NextBool(0.07) => root.MediaUrl,
        _ => null,
    };

    // Items made from a post belong to the exporting account, even if another account made the post.
    private Post CreateChild(Post root, DateTimeOffset createdAt, string mime, string fileName)
    {
        var id = syntheticRandom.NextGuid();
        return new()
        {
            Id = id,
            ParentId = root.Id,
            RootId = root.Id,
            CreatedAt = createdAt,
            OwnerId = accounts[0],
            MimeType = mime,
            MediaUrl = $"https://assets.grok.com/users/{accounts[0]}/generated/{id}/{fileName}",
        };
    }
}
