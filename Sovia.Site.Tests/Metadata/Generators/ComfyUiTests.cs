using System.Text;

namespace Sovia.Tests.Metadata.Generators;

public sealed class ComfyUiTests
{
    private const string Graph = """
        {"3":{"class_type":"KSampler","inputs":{"seed":987654321,"steps":20,"cfg":8.0,"sampler_name":"euler","scheduler":"normal","denoise":NaN,"model":["10",0],"positive":["20",0],"negative":["20",1],"latent_image":["5",0]}},
         "4":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"rivers_v1.safetensors"}},
         "10":{"class_type":"LoraLoader","inputs":{"model":["4",0],"clip":["4",1],"lora_name":"mist","strength_model":0.7}},
         "5":{"class_type":"EmptyLatentImage","inputs":{"width":896,"height":1152,"batch_size":1}},
         "6":{"class_type":"CLIPTextEncode","inputs":{"text":["30",0],"clip":["10",1]}},
         "7":{"class_type":"CLIPTextEncode","inputs":{"text":"boats, \"NaN\"","clip":["10",1]}},
         "20":{"class_type":"ControlNetApplyAdvanced","inputs":{"positive":["6",0],"negative":["7",0],"strength":Infinity,"image":["40",0]}},
         "30":{"class_type":"StringNode","inputs":{"value":"a river, seen from above"}},
         "8":{"class_type":"VAEDecode","inputs":{"samples":["3",0],"vae":["4",2]}},
         "9":{"class_type":"SaveImage","inputs":{"filename_prefix":"x","images":["8",0]}}}
        """;

    private const string Workflow = """{"nodes":[{"id":3,"type":"KSampler","widgets_values":[1,NaN]}],"links":[]}""";

    [Fact]
    public void the_prompt_is_followed_back_from_the_sampler()
    {
        var made = Reading.Read(new PngFile().Text("prompt", Graph).Text("workflow", Workflow).Pixels().Build());
        Assert.Equal(("ComfyUI", "a river, seen from above", "boats, \"NaN\""), (made.Generator, made.Prompt, made.NegativePrompt));
        Assert.Equal(("rivers_v1.safetensors", "987654321", 896, 1152), (made.Model, made.Seed, made.Width, made.Height));
        Assert.Equal(("20", "8.0", "euler", "normal"),
            (made.Settings["steps"], made.Settings["cfg"], made.Settings["sampler_name"], made.Settings["scheduler"]));
        Assert.Equal(Workflow, made.Raw["png:workflow"]);
    }

    [Fact]
    public void a_sampler_in_parts_is_followed_through_its_guider()
    {
        var made = Reading.Read(PngFile.WithText("prompt", """
            {"1":{"class_type":"SamplerCustomAdvanced","inputs":{"noise":["2",0],"guider":["3",0],"sigmas":["4",0],"latent_image":["7",0]}},
             "2":{"class_type":"RandomNoise","inputs":{"noise_seed":55}}, "4":{"class_type":"BasicScheduler","inputs":{"steps":12,"scheduler":"simple","model":["8",0]}},
             "3":{"class_type":"BasicGuider","inputs":{"conditioning":["5",0],"model":["8",0]}}, "5":{"class_type":"FluxGuidance","inputs":{"guidance":3.5,"conditioning":["6",0]}},
             "6":{"class_type":"CLIPTextEncode","inputs":{"text":"a kiln","clip":["9",0]}}, "7":{"class_type":"EmptySD3LatentImage","inputs":{"width":64,"height":32}},
             "8":{"class_type":"UNETLoader","inputs":{"unet_name":"clay.gguf"}}}
            """));
        Assert.Equal(("a kiln", null, "55", "clay.gguf", 64), (made.Prompt, made.NegativePrompt, made.Seed, made.Model, made.Width));
        Assert.Equal(("12", "simple"), (made.Settings["steps"], made.Settings["scheduler"]));
    }

    [Fact]
    public void webp_and_video_hold_the_graph_where_they_can() => Assert.All(
        [
            new WebpFile().Exif(new Exif().Make("workflow:" + Workflow).Model("prompt:" + Graph)).Build(),
            BoxFile.Mp4(BoxFile.KeyedTags(("workflow", Workflow), ("prompt", Graph))),
            BoxFile.Mp4(BoxFile.FreeTag("prompt", Graph)),
            MatroskaFile.With(knownLength: true, ("WORKFLOW", Workflow), ("PROMPT", Graph)),
            MatroskaFile.With(knownLength: false, ("PROMPT", Graph)),
            BoxFile.Mp4(BoxFile.ItunesTag("©cmt",
                $$"""{"prompt":{{System.Text.Json.JsonSerializer.Serialize(Graph)}},"workflow":{{Workflow}}}""")),
            BoxFile.Mp4(BoxFile.QuickTimeTag("©cmt", $$"""{"prompt":{{Graph}}}""")),
            JpegFile.With(new Exif().Comment("UNICODE\0", Encoding.Unicode.GetBytes($$"""{"prompt":{{Graph}}}"""))),
        ],
        file => Assert.Equal(("ComfyUI", "a river, seen from above", "987654321"), Reading.Read(file) is var made
            ? (made.Generator, made.Prompt, made.Seed) : default));

    [Fact]
    public void a_tag_that_matroska_shouts_is_kept_in_lower_case() =>
        Assert.Contains("tag:prompt", Reading.Read(MatroskaFile.With(knownLength: true, ("PROMPT", Graph))).Raw.Keys,
            StringComparer.Ordinal);

    [Fact]
    public void a_graph_that_runs_in_a_circle_ends()
    {
        var made =
            Reading.Read(PngFile.WithText("prompt",
                """{"1":{"class_type":"KSampler","inputs":{"seed":["2",0],"positive":["2",0],"negative":["1",0]}},"2":{"class_type":"Combine","inputs":{"conditioning_1":["2",0],"conditioning_2":["1",0]}}}"""));
        Assert.Equal(("ComfyUI", null, null), (made.Generator, made.Prompt, made.Seed));
    }

    [Fact]
    public void the_editor_s_graph_alone_is_kept_raw() =>
        Assert.Equal(("ComfyUI", null, Workflow), Reading.Read(PngFile.WithText("workflow", Workflow)) is var made
            ? (made.Generator, made.Prompt, made.Raw["png:workflow"]) : default);
}
