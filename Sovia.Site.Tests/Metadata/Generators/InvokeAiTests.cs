
namespace Sovia.Tests.Metadata.Generators;

public sealed class InvokeAiTests
{
    [Fact]
    public void the_third_generation_is_read()
    {
        var made =
            Reading.Read(PngFile.WithText("invokeai_metadata",
                """{"positive_prompt":"a barn, \"old\"","negative_prompt":"snow","seed":4294967295,"steps":30,"cfg_scale":7.5,"scheduler":"euler","width":768,"height":512,"model":{"name":"field_xl","hash":"b3:1"}}"""));
        Assert.Equal(("InvokeAI", "a barn, \"old\"", "snow", "field_xl", "4294967295"),
            (made.Generator, made.Prompt, made.NegativePrompt, made.Model, made.Seed));
        Assert.Equal((768, 512, "euler", "7.5"), (made.Width, made.Height, made.Settings["scheduler"], made.Settings["cfg_scale"]));
    }

    [Fact]
    public void the_third_generation_s_older_name_of_the_model_is_read() =>
        Assert.Equal("field_15",
            Reading.Read(PngFile.WithText("invokeai_metadata", """{"positive_prompt":"x","model":{"model_name":"field_15"}}""")).Model);

    [Theory]
    [InlineData("""[{"prompt":"a barn [snow, ice] at noon","weight":1.0}]""")]
    [InlineData("\"a barn [snow, ice] at noon\"")]
    [InlineData("""[{"prompt":"a barn  at noon","weight":1.0},{"prompt":"snow, ice","weight":-0.5}]""")]
    [InlineData("\"a barn [snow, [ice]] at noon\"", "snow, [ice]")]
    public void the_second_generation_is_read(string prompt, string negative = "snow, ice")
    {
        var made =
            Reading.Read(PngFile.WithText("sd-metadata",
                $$$"""{"model":"stable diffusion","model_weights":"field-1.4","app_id":"invoke-ai/InvokeAI","image":{"prompt":{{{prompt}}},"steps":50,"cfg_scale":7.5,"sampler":"k_lms","seed":42,"width":512,"height":768}}"""));
        Assert.Equal(("InvokeAI", "a barn  at noon", negative, "field-1.4", "42"),
            (made.Generator, made.Prompt, made.NegativePrompt, made.Model, made.Seed));
        Assert.Equal((512, 768, "k_lms"), (made.Width, made.Height, made.Settings["sampler"]));
    }

    [Theory]
    [InlineData("\"a \\\"red\\\" barn, -s not an option [snow]\" -s 50 -S 1234 -W 512 -H 640 -C7.5 -A k_euler",
        "a \"red\" barn, -s not an option")]
    [InlineData("a barn of stone [snow] -s 50 -S 1234 -W 512 -H 640 -C 7.5 -A k_euler", "a barn of stone")]
    public void the_first_generation_s_command_line_is_read(string line, string prompt)
    {
        var made = Reading.Read(PngFile.WithText("Dream", line));
        Assert.Equal(("InvokeAI", prompt, "snow", "1234"), (made.Generator, made.Prompt, made.NegativePrompt, made.Seed));
        Assert.Equal((512, 640, "50", "7.5", "k_euler"),
            (made.Width, made.Height, made.Settings["steps"], made.Settings["cfg_scale"], made.Settings["sampler"]));
    }

    [Fact]
    public void a_graph_alone_tells_only_the_program() =>
    Assert.Equal(("InvokeAI", null), Reading.Read(PngFile.WithText("invokeai_graph", "{}")) is var made ? (made.Generator, made.Prompt)
        : default);
}
