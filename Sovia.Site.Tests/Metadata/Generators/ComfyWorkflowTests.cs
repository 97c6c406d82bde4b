
namespace Sovia.Tests.Metadata.Generators;

/// <summary>Graphs of which only the editor's form is there.</summary>
public sealed class ComfyWorkflowTests
{
    private const string Sampler = """
        {"id":3,"type":"KSampler","mode":0,"widgets_values":[85,"randomize",20,7.5,"euler","normal",1],"inputs":[{"name":"model","type":"MODEL","link":1},{"name":"positive","type":"CONDITIONING","link":4},{"name":"negative","type":"CONDITIONING","link":6},{"name":"latent_image","type":"LATENT","link":2}],"outputs":[{"name":"LATENT","type":"LATENT","links":[7]}]},
        {"id":4,"type":"CheckpointLoaderSimple","mode":0,"widgets_values":["m.safetensors"],"inputs":[],"outputs":[{"name":"MODEL","type":"MODEL"},{"name":"CLIP","type":"CLIP"}]},
        {"id":5,"type":"EmptyLatentImage","mode":0,"widgets_values":[64,48,1],"outputs":[{"type":"LATENT"}]},
        {"id":7,"type":"CLIPTextEncode","mode":0,"widgets_values":["blurry"],"inputs":[{"name":"clip","type":"CLIP","link":5}],"outputs":[{"type":"CONDITIONING"}]},
        {"id":8,"type":"VAEDecode","mode":0,"inputs":[{"name":"samples","type":"LATENT","link":7}],"outputs":[{"type":"IMAGE"}]},
        {"id":9,"type":"SaveImage","mode":0,"widgets_values":["x"],"inputs":[{"name":"images","type":"IMAGE","link":8}]}
        """;

    private const string Links =
        """[1,4,0,3,0,"MODEL"],[2,5,0,3,3,"LATENT"],[5,4,1,7,0,"CLIP"],[6,7,0,3,2,"CONDITIONING"],[7,3,0,8,0,"LATENT"],[8,8,0,9,0,"IMAGE"]""";

    private const string Encoder =
        """{"id":6,"type":"CLIPTextEncode","mode":0,"widgets_values":["old words"],"inputs":[{"name":"clip","type":"CLIP","link":3},{"name":"text","type":"STRING","widget":{"name":"text"},"link":20}],"outputs":[{"type":"CONDITIONING"}]}""";

    private const string Inner = """
        {"id":"f00d","name":"Words","nodes":[{"id":1,"type":"CLIPTextEncode","mode":0,"widgets_values":["inner words"],"inputs":[{"name":"clip","type":"CLIP","link":1},{"name":"text","type":"STRING","widget":{"name":"text"},"link":2}],"outputs":[{"type":"CONDITIONING","links":[3]}]}],
         "links":[{"id":1,"origin_id":-10,"origin_slot":0,"target_id":1,"target_slot":0},{"id":2,"origin_id":-10,"origin_slot":1,"target_id":1,"target_slot":1},{"id":3,"origin_id":1,"origin_slot":0,"target_id":-20,"target_slot":0}]}
        """;

    // Further nodes, further links, and what stands beside them.
    public static TheoryData<string, string, string, string?> Graphs => new()
    {
        { """{"id":6,"type":"CLIPTextEncode","mode":0,"widgets_values":["a lone lighthouse"],"inputs":[{"name":"clip","type":"CLIP","link":3}]}""", """[3,4,1,6,0,"CLIP"],[4,6,0,3,1,"CONDITIONING"]""", "", "a lone lighthouse" },
        { Encoder + """,{"id":10,"type":"PrimitiveNode","mode":0,"widgets_values":["a lone lighthouse","fixed"]}""",
            """[4,6,0,3,1,"CONDITIONING"],[20,10,0,6,1,"STRING"]""", "", "a lone lighthouse" },
        { Encoder
            + """,{"id":10,"type":"Reroute","mode":0,"inputs":[{"name":"","type":"*","link":21}]},{"id":11,"type":"Somebody's Text","mode":0,"widgets_values":["a lone lighthouse"]}""", """[4,6,0,3,1,"CONDITIONING"],[20,10,0,6,1,"*"],[21,11,0,10,0,"STRING"]""", "", "a lone lighthouse" },
        { Encoder + """,{"id":10,"type":"StringConcatenate","mode":0,"widgets_values":["a lone lighthouse","golden hour",", "]}""",
            """[4,6,0,3,1,"CONDITIONING"],[20,10,0,6,1,"STRING"]""", "", "a lone lighthouse, golden hour" },
        { Encoder
            + """,{"id":10,"type":"New Join","mode":0,"inputs":[{"name":"text_a","widget":{"name":"text_a"}},{"name":"text_b","widget":{"name":"text_b"}},{"name":"glue","widget":{"name":"separator"}}],"widgets_values":["a lone lighthouse","golden hour"," + "]}""", """[4,6,0,3,1,"CONDITIONING"],[20,10,0,6,1,"STRING"]""", "", "a lone lighthouse + golden hour" },
        // Muted is not there, so the encoder's own words count; bypassed hands on what it gets.
        { Encoder + """,{"id":10,"type":"Somebody's Text","mode":2,"widgets_values":["unused words"]}""",
            """[4,6,0,3,1,"CONDITIONING"],[20,10,0,6,1,"STRING"]""", "", "old words" },
        { """{"id":10,"type":"FluxGuidance","mode":4,"widgets_values":[3.5],"inputs":[{"name":"conditioning","type":"CONDITIONING","link":20}],"outputs":[{"type":"CONDITIONING"}]},{"id":6,"type":"CLIPTextEncode","mode":0,"widgets_values":["a lone lighthouse"]}""", """[4,10,0,3,1,"CONDITIONING"],[20,6,0,10,0,"CONDITIONING"]""", "", "a lone lighthouse" },
        { """{"id":10,"type":"GetNode","mode":0,"widgets_values":["words"]},{"id":11,"type":"SetNode","mode":0,"widgets_values":["words"],"inputs":[{"name":"CONDITIONING","type":"CONDITIONING","link":20}]},{"id":6,"type":"CLIPTextEncode","mode":0,"widgets_values":["a lone lighthouse"]}""", """[4,10,0,3,1,"CONDITIONING"],[20,6,0,11,0,"CONDITIONING"]""", "", "a lone lighthouse" },
        // A subgraph: fed from outside by a link, by a value set on it, and with its own words.
        { """{"id":6,"type":"f00d","mode":0,"inputs":[{"name":"clip","type":"CLIP","link":3},{"name":"text","type":"STRING","link":20}],"outputs":[{"type":"CONDITIONING"}]},{"id":10,"type":"PrimitiveString","mode":0,"widgets_values":["a lone lighthouse"]}""", """[3,4,1,6,0,"CLIP"],[4,6,0,3,1,"CONDITIONING"],[20,10,0,6,1,"STRING"]""", $$""","definitions":{"subgraphs":[{{Inner}}]}""", "a lone lighthouse" },
        { """{"id":6,"type":"f00d","mode":0,"widgets_values":["a lone lighthouse"],"inputs":[{"name":"clip","type":"CLIP","link":3},{"name":"text","type":"STRING","widget":{"name":"text"},"link":null}],"outputs":[{"type":"CONDITIONING"}]}""", """[3,4,1,6,0,"CLIP"],[4,6,0,3,1,"CONDITIONING"]""", $$""","definitions":{"subgraphs":[{{Inner}}]}""", "a lone lighthouse" },
        { """{"id":6,"type":"f00d","mode":0,"inputs":[{"name":"clip","type":"CLIP","link":3}],"outputs":[{"type":"CONDITIONING"}]}""",
            """[3,4,1,6,0,"CLIP"],[4,6,0,3,1,"CONDITIONING"]""", $$""","definitions":{"subgraphs":[{{Inner}}]}""", "inner words" },
        { """{"id":6,"type":"workflow>Pair","mode":0,"widgets_values":["a lone lighthouse",3.5],"inputs":[{"name":"clip","type":"CLIP","link":3}],"outputs":[{"type":"CONDITIONING"}]}""", """[3,4,1,6,0,"CLIP"],[4,6,0,3,1,"CONDITIONING"]""", ""","extra":{"groupNodes":{"Pair":{"nodes":[{"index":0,"type":"CLIPTextEncode","widgets_values":["template words"],"inputs":[{"name":"clip","type":"CLIP"}],"outputs":[{"type":"CONDITIONING"}]},{"index":1,"type":"FluxGuidance","widgets_values":[1],"inputs":[{"name":"conditioning","type":"CONDITIONING"}],"outputs":[{"type":"CONDITIONING"}]}],"links":[[0,0,1,0,"CONDITIONING"]]}}}""", "a lone lighthouse" },
        // Which of a strange loader's strings is which side's, nobody can tell.
        { """{"id":6,"type":"Strange Loader","mode":0,"widgets_values":["x.safetensors","a lone lighthouse","blurry fog"]}""",
            """[4,6,0,3,1,"CONDITIONING"]""", "", null },
    };

    [Theory]
    [MemberData(nameof(Graphs))]
    public void the_prompt_is_followed_in_the_editor_s_form(string nodes, string links, string beside, string? prompt)
    {
        var workflow = $$"""{"nodes":[{{Sampler}},{{nodes}}],"links":[{{Links}},{{links}}]{{beside}}}""";
        var made = Reading.Read(PngFile.WithText("workflow", workflow));
        Assert.Equal(("ComfyUI", prompt, "blurry", workflow), (made.Generator, made.Prompt, made.NegativePrompt, made.Raw["png:workflow"]));
        Assert.Equal(("m.safetensors", "85", 64, 48), (made.Model, made.Seed, made.Width, made.Height));
        Assert.Equal(("20", "7.5", "euler"), (made.Settings["steps"], made.Settings["cfg"], made.Settings["sampler_name"]));
    }

    [Fact]
    public void a_subgraph_inside_itself_ends()
    {
        const string Inside =
            """{"id":"a","nodes":[{"id":1,"type":"a"},{"id":2,"type":"a"},{"id":3,"type":"a"},{"id":4,"type":"a"}],"links":[]}""";
        Assert.Equal("ComfyUI",
            Reading.Read(PngFile.WithText("workflow", """{"nodes":[{"id":1,"type":"a"}],"links":[],"definitions":{"subgraphs":[""" + Inside
                + "]}}")).Generator);
    }
}
