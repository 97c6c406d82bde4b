using Microsoft.Extensions.DependencyInjection;
using Sovia.Media;
using Sovia.Media.Scanning;
using Sovia.Metadata;
using Sovia.Tests.Metadata;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

/// <summary>A library whose files were read by an earlier version.</summary>
public sealed class ReparseEmbeddedMetadataTests(SoviaHost host) : ScanTest(host)
{
    private const string Sampler =
        """{"3":{"class_type":"KSampler","inputs":{"seed":85,"positive":["6",0],"negative":["7",0],"latent_image":["5",0]}},"7":{"class_type":"CLIPTextEncode","inputs":{"text":"blurry"}},""";

    [Theory]
    [InlineData(""" "6":{"class_type":"easy positive","inputs":{"positive":"a lone lighthouse"}}}""", "a lone lighthouse")]
    [InlineData(""" "6":{"class_type":"Ask A Model","inputs":{"seed":4}}}""", null)]
    public async Task misread_metadata_is_corrected_from_the_stored_texts(string positive, string? prompt)
    {
        var still = Make.Still() with { Prompt = null, OriginalPrompt = null };
        await StoreAsync(still);
        Write($"{still.Id}.png", new PngFile().Text("prompt", Sampler + positive).Pixels().Build());
        await ScanAsync();
        await using (var session = Host.Store.LightweightSession())
        {
            var (file, post) = ((await LoadAllAsync<MediaFile>()).Single(), await LoadPostAsync(still.Id));
            session.Store(file with { Embedded = file.Embedded! with { Prompt = "blurry", NegativePrompt = null, Version = null } });
            session.Store(post with { Prompt = "blurry", FileMetadata = new("blurry", null, "85") });
            await session.SaveChangesAsync();
        }
        var again = ActivatorUtilities.CreateInstance<ReparseEmbeddedMetadata>(Services);
        Assert.Equal(1, await again.RunAsync(default));
        Assert.Equal((prompt, "blurry", EmbeddedMetadataReader.Version), (await LoadAllAsync<MediaFile>()).Single().Embedded is { } made
            ? (made.Prompt, made.NegativePrompt, made.Version) : default);
        Assert.Equal((prompt, prompt), await LoadPostAsync(still.Id) is var now ? (now.Prompt, now.FileMetadata?.Prompt) : default);
        Assert.Equal(0, await again.RunAsync(default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a lone lighthouse in the evening")]
    public void content_credentials_survive_reparsing_without_stored_text(string description)
    {
        var store = BoxFile.Box("jumb", BoxFile.Box("jumd", Bytes.Latin1("c2pa")),
            Bytes.Latin1("\u0074claim_generator_info\u0081\u00A1\u0064name\u0067Painterdigitalsourcetype/trainedAlgorithmicMedia"));
        var file = new PngFile().Chunk("caBX", store);
        if (description.Length > 0) file = file.Text("Description", description);
        var before = Reading.Read(file.Build());
        var again = EmbeddedMetadataReader.Reparse(before with { Version = null });
        Assert.Equal(("Painter", null, true, true, EmbeddedMetadataReader.Version),
            (again.Generator, again.Prompt, again.DeclaredAi, again.HasContentCredentials, again.Version));
        Assert.Equal(before.Raw, again.Raw);
    }
}
