using System.Text.Json.Nodes;

namespace Sovia.Tests.Metadata.Generators;

/// <summary>
/// Graphs with nodes of all makes. Each has "blurry" on the side that was not wanted and "unused words" where no picture comes from.
/// </summary>
public sealed class ComfyGraphTests
{
    private const string Frame = """
        {"4":{"class_type":"CheckpointLoaderSimple","inputs":{"ckpt_name":"m.safetensors"}},
         "5":{"class_type":"EmptyLatentImage","inputs":{"width":64,"height":48,"batch_size":1}},
         "3":{"class_type":"KSampler","inputs":{"seed":85,"steps":20,"cfg":7,"sampler_name":"euler","model":["4",0],"positive":["6",0],"negative":["7",0],"latent_image":["5",0]}},
         "6":{"class_type":"CLIPTextEncode","inputs":{"text":["10",0],"clip":["4",1]}},
         "7":{"class_type":"CLIPTextEncode","inputs":{"text":"blurry","clip":["4",1]}},
         "8":{"class_type":"VAEDecode","inputs":{"samples":["3",0],"vae":["4",2]}},
         "9":{"class_type":"SaveImage","inputs":{"images":["8",0],"filename_prefix":"x"}}}
        """;

    private const string Whole = "a lone lighthouse, golden hour";

    // What takes the place of node 10, which the wanted side's encoder is linked to, and what stands behind it.
    public static TheoryData<string, string> Texts => new()
    {
        { """{"10":{"class_type":"Any Switch (rgthree)","inputs":{"any_01":["11",0],"any_02":["12",0]}},"11":{"class_type":"Text Multiline","inputs":{"text":"a lone lighthouse, golden hour"}},"12":{"class_type":"Text Multiline","inputs":{"text":"unused words"}}}""", Whole },
        { """{"10":{"class_type":"CR Text Concatenate","inputs":{"text1":"a lone lighthouse","text2":"golden hour","separator":", "}}}""",
            Whole },
        { """{"10":{"class_type":"StringConcatenate","inputs":{"delimiter":", ","string_b":"golden hour","string_a":["11",0]}},"11":{"class_type":"PrimitiveStringMultiline","inputs":{"value":"a lone lighthouse"}}}""", Whole },
        { """{"10":{"class_type":"Text Concatenate","inputs":{"delimiter":"\\n","clean_whitespace":"true","text_b":["12",0],"text_a":["11",0]}},"11":{"class_type":"Foo","inputs":{"string":"a lone lighthouse"}},"12":{"class_type":"Foo","inputs":{"string":"golden hour"}}}""", "a lone lighthouse\ngolden hour" },
        { """{"10":{"class_type":"easy positive","inputs":{"positive":"a lone lighthouse, golden hour"}},"11":{"class_type":"easy negative","inputs":{"negative":"blurry"}}}""", Whole },
        { """{"10":{"class_type":"ShowText|pysssss","inputs":{"text":["11",0],"text_0":"unused words"}},"11":{"class_type":"Reroute","inputs":{"":["12",0]}},"12":{"class_type":"CR Prompt Text","inputs":{"prompt":"a lone lighthouse, golden hour"}}}""", Whole },
        { """{"10":{"class_type":"ImpactWildcardProcessor","inputs":{"wildcard_text":"a {lone|unused} lighthouse","populated_text":"a lone lighthouse, golden hour","mode":"populate","seed":3}}}""", Whole },
        { """{"10":{"class_type":"ImpactWildcardEncode","inputs":{"wildcard_text":"a {lone|unused} lighthouse","populated_text":"a lone lighthouse, golden hour","mode":"populate","Select to add LoRA":"unused words","Select to add Wildcard":"unused words"}}}""", Whole },
        { """{"10":{"class_type":"Wild Words","inputs":{"text":"a lone lighthouse, golden hour","Select to add Wildcard":"unused words"}}}""",
            Whole },
        { """{"10":{"class_type":"SDXLPromptStyler","inputs":{"text_positive":"a lone lighthouse, golden hour","text_negative":"blurry","style":"unused words","log_prompt":"No"}}}""", Whole },
        { """{"10":{"class_type":"CR Text Input Switch","inputs":{"Input":2,"text1":"unused words","text2":"a lone lighthouse, golden hour"}}}""", Whole },
        { """{"10":{"class_type":"Switch any [Crystools]","inputs":{"boolean":["11",0],"on_true":["12",0],"on_false":"a lone lighthouse, golden hour"}},"11":{"class_type":"PrimitiveBoolean","inputs":{"value":false}},"12":{"class_type":"X","inputs":{"text":"unused words"}}}""", Whole },
        { """{"10":{"class_type":"ImpactSwitch","inputs":{"select":1,"sel_mode":false,"input1":["11",0],"input2":["12",0]}},"11":{"class_type":"X","inputs":{"text":"a lone lighthouse, golden hour"}},"12":{"class_type":"X","inputs":{"text":"unused words"}}}""", Whole },
        { """{"10":{"class_type":"Somebody's Words","inputs":{"clip":["4",1],"wording":"a lone lighthouse, golden hour","mode":"fast"}}}""",
            Whole },
        { """{"10":{"class_type":"Prefixer","inputs":{"suffix":"golden hour","text":"a lone lighthouse","separator":", "}}}""", Whole },
        { """{"10":{"class_type":"StringReplace","inputs":{"string":"a lone lighthouse, golden hour","find":"unused words","replace":"blurry"}}}""", Whole },
        { """{"10":{"class_type":"Pair","inputs":{"prompt":"a lone lighthouse, golden hour","negative_prompt":"blurry","system_prompt":"unused words"}}}""", Whole },
        { """{"10":{"class_type":"Loop","inputs":{"text":["11",0]}},"11":{"class_type":"Loop","inputs":{"string_a":["10",0],"string_b":"a lone lighthouse, golden hour"}}}""", Whole },
    };

    // What takes the place of some nodes of the frame, and the prompt: null where it cannot be told.
    public static TheoryData<string, string?> Graphs => new()
    {
        { """{"3":{"class_type":"KSampler (Efficient)","inputs":{"seed":77,"steps":20,"model":["6",0],"positive":["6",1],"negative":["6",2],"latent_image":["6",3]}},"6":{"class_type":"Efficient Loader","inputs":{"ckpt_name":"eff.safetensors","positive":"a lone lighthouse","negative":"blurry","empty_latent_width":64,"empty_latent_height":48}}}""", "a lone lighthouse" },
        { """{"6":{"class_type":"CLIPTextEncodeSDXL","inputs":{"text_g":"a lone lighthouse","text_l":"a lone lighthouse","width":1024,"height":1024,"clip":["4",1]}}}""", "a lone lighthouse" },
        { """{"6":{"class_type":"CLIPTextEncodeFlux","inputs":{"clip_l":"tower","t5xxl":"a lone lighthouse","guidance":3.5,"clip":["4",1]}}}""", "a lone lighthouse\ntower" },
        { """{"6":{"class_type":"ConditioningCombine","inputs":{"conditioning_2":["12",0],"conditioning_1":["11",0]}},"11":{"class_type":"CLIPTextEncode","inputs":{"text":"a lone lighthouse","clip":["4",1]}},"12":{"class_type":"CLIPTextEncode","inputs":{"text":"golden hour","clip":["4",1]}}}""", "a lone lighthouse\ngolden hour" },
        { """{"3":{"class_type":"KSampler","inputs":{"seed":1,"steps":2,"positive":["20",0],"negative":["20",1],"latent_image":["5",0]}},"20":{"class_type":"Odd Net","inputs":{"positive":["6",0],"negative":["7",0],"image":["21",0]}},"6":{"class_type":"CLIPTextEncode","inputs":{"text":"a lone lighthouse"}},"21":{"class_type":"LoadImage","inputs":{"image":"unused words"}}}""", "a lone lighthouse" },
        { """{"3":{"class_type":"KSampler","inputs":{"seed":1,"steps":2,"model":["4",0],"positive":["6",0],"negative":["7",0],"latent_image":["30",0]}},"30":{"class_type":"KSamplerAdvanced","inputs":{"noise_seed":4,"positive":["31",0],"negative":["7",0],"latent_image":["5",0]}},"31":{"class_type":"CLIPTextEncode","inputs":{"text":"unused words"}},"6":{"class_type":"CLIPTextEncode","inputs":{"text":"a lone lighthouse"}}}""", "a lone lighthouse" },
        { """{"40":{"class_type":"PreviewImage","inputs":{"images":["41",0]}},"41":{"class_type":"KSampler","inputs":{"seed":9,"positive":["42",0],"negative":["7",0],"latent_image":["5",0]}},"42":{"class_type":"CLIPTextEncode","inputs":{"text":"unused words"}},"6":{"class_type":"CLIPTextEncode","inputs":{"text":"a lone lighthouse"}}}""", "a lone lighthouse" },
        { """{"3":{"class_type":"XlabsSampler","inputs":{"noise_seed":1,"steps":2,"model":["4",0],"conditioning":["6",0],"neg_conditioning":["7",0],"latent_image":["5",0]}},"6":{"class_type":"CLIPTextEncodeFlux","inputs":{"clip_l":"","t5xxl":"a lone lighthouse"}}}""", "a lone lighthouse" },
        { """{"3":{"class_type":"WanVideoSampler","inputs":{"seed":1,"steps":2,"model":["4",0],"text_embeds":["6",0],"image_embeds":["21",0]}},"6":{"class_type":"WanVideoTextEncode","inputs":{"positive_prompt":"a lone lighthouse","negative_prompt":"blurry"}}}""", "a lone lighthouse" },
        { """{"3":{"class_type":"easy kSampler","inputs":{"pipe":["6",0],"image_output":"Hide"}},"6":{"class_type":"easy preSampling","inputs":{"steps":20,"seed":5,"pipe":["20",0]}},"20":{"class_type":"easy fullLoader","inputs":{"ckpt_name":"p.safetensors","positive":"a lone lighthouse","negative":"blurry"}}}""", "a lone lighthouse" },
        { """{"3":{"class_type":"SamplerCustomAdvanced","inputs":{"noise":["20",0],"guider":["21",0],"sigmas":["22",0],"latent_image":["5",0]}},"21":{"class_type":"CFGGuider","inputs":{"cfg":3,"model":["4",0],"positive":["6",0],"negative":["7",0]}},"6":{"class_type":"CLIPTextEncode","inputs":{"text":"a lone lighthouse"}}}""", "a lone lighthouse" },
        { """{"6":{"class_type":"CLIPTextEncode","inputs":{"text":"a lone lighthouse"}},"7":{"class_type":"ConditioningZeroOut","inputs":{"conditioning":["6",0]}}}""", "a lone lighthouse" },
        { """{"3":{"class_type":"Service","inputs":{"prompt":"a lone lighthouse","negative_prompt":"blurry","aspect_ratio":"2:3"}},"8":{"class_type":"Any","inputs":{"images":["3",0]}},"7":{"class_type":"X","inputs":{}},"6":{"class_type":"X","inputs":{}}}""", "a lone lighthouse" },
        // One encoder for both sides; two texts that a node of unknown make gives to both; the same words typed twice.
        { """{"3":{"class_type":"KSampler","inputs":{"seed":1,"positive":["7",0],"negative":["7",0],"latent_image":["5",0]}}}""", null },
        { """{"3":{"class_type":"KSampler","inputs":{"seed":1,"positive":["6",0],"negative":["6",1],"latent_image":["5",0]}},"6":{"class_type":"Both","inputs":{"text_a":"a lone lighthouse","text_b":"blurry"}}}""", null },
        { """{"6":{"class_type":"CLIPTextEncode","inputs":{"text":"blurry"}}}""", null },
        // Nothing is known of the wanted side, so what is left is not it.
        { """{"6":{"class_type":"CLIPTextEncode","inputs":{"text":["10",0]}},"10":{"class_type":"Ask A Model","inputs":{"seed":4}}}""",
            null },
        { """{"6":{"class_type":"Style Picker","inputs":{"first":"a lone lighthouse","avoid":"blurry fog"}}}""", null },
        { """{"3":{"class_type":"Sampler Of Two","inputs":{"seed":1,"a":["6",0],"b":["7",0],"latent_image":["5",0]}},"6":{"class_type":"CLIPTextEncode","inputs":{"text":"a lone lighthouse"}}}""", null },
        { """{"3":{"class_type":"KSampler","inputs":{"seed":1,"positive":["99",0],"negative":["7",0],"latent_image":["5",0]}},"6":{"class_type":"X","inputs":{}}}""", null },
        { """{"6":{"class_type":"Pick Switch","inputs":{"select":["10",0],"input1":"a lone lighthouse","input2":"blurry fog"}},"10":{"class_type":"Ask A Model","inputs":{"mood":4,"tone":3}}}""", null },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void words_are_followed_through_nodes_of_any_make(string nodes, string prompt)
    {
        var made = Reading.Read(PngFile.WithText("prompt", With(nodes)));
        Assert.Equal(("ComfyUI", prompt, "blurry", "85", "m.safetensors"),
            (made.Generator, made.Prompt, made.NegativePrompt, made.Seed, made.Model));
    }

    [Theory]
    [MemberData(nameof(Graphs))]
    public void only_the_wanted_side_is_the_prompt(string nodes, string? prompt)
    {
        var graph = With(nodes);
        var made = Reading.Read(PngFile.WithText("prompt", graph));
        Assert.Equal(("ComfyUI", prompt, graph), (made.Generator, made.Prompt, made.Raw["png:prompt"]));
    }

    [Fact]
    public void the_values_of_an_efficient_loader_are_read()
    {
        var made = Reading.Read(PngFile.WithText("prompt", With((string)Graphs.First()[0])));
        Assert.Equal(("eff.safetensors", "77", "20", 64, 48), (made.Model, made.Seed, made.Settings["steps"], made.Width, made.Height));
    }

    [Fact]
    public void values_and_names_are_read_through_links()
    {
        var made = Reading.Read(PngFile.WithText("prompt", With("""
            {"3":{"class_type":"KSampler","inputs":{"seed":["50",0],"steps":["51",0],"cfg":["52",0],"model":["53",0],"positive":["6",0],"negative":["7",0],"latent_image":["5",0]}},
            "50":{"class_type":"Seed (rgthree)","inputs":{"seed":123456}},"51":{"class_type":"Reroute","inputs":{"":["54",0]}},"52":{"class_type":"PrimitiveFloat","inputs":{"value":4.5}},
            "53":{"class_type":"ModelSamplingSD3","inputs":{"shift":3,"model":["55",0]}},"54":{"class_type":"PrimitiveInt","inputs":{"value":31}},
            "55":{"class_type":"UNETLoader","inputs":{"unet_name":["56",0]}},"56":{"class_type":"PrimitiveString","inputs":{"value":"linked.gguf"}},
            "10":{"class_type":"X","inputs":{"text":"a kiln"}}}
            """)));
        Assert.Equal(("a kiln", "123456", "31", "4.5", "linked.gguf"),
            (made.Prompt, made.Seed, made.Settings["steps"], made.Settings["cfg"], made.Model));
    }

    private static string With(string nodes)
    {
        var graph = JsonNode.Parse(Frame)!.AsObject();
        foreach (var (id, node) in JsonNode.Parse(nodes)!.AsObject()) graph[id] = node!.DeepClone();
        return graph.ToJsonString();
    }
}
