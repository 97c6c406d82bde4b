namespace Sovia.Synthetic;

/// <summary>Common words of prompts, roughly by frequency.</summary>
internal static class CommonWords
{
    private const string Text = """
        the a of and in with to on at her his from into over by as is
        camera slow soft woman man slowly smiles turns looks background warm hair face eyes towards around
        dark shot close wide city night rain water wind sky sea forest mountain river street window
        walks dances runs jumps sings laughs whispers waves opens closes lifts falls rises floats drifts glows
        red blue green yellow black white silver copper violet amber crimson teal pink grey brown
        dress coat hat scarf mask crown sword lantern mirror candle book letter guitar piano violin drum
        cat dog horse wolf fox owl raven tiger lion whale dolphin dragon unicorn butterfly heron deer
        smoke fire flame ember spark storm thunder fog mist snow ice frost dust sand stone glass
        detailed cinematic realistic photograph portrait landscape painting sketch watercolour render style film grain lens focus
        bokeh depth field motion blur exposure contrast shadow reflection texture pattern symmetry perspective composition frame zoom
        pan tilt orbit dolly handheld tracking aerial overhead macro angle low high left right centre edge
        old young tall small large tiny giant ancient modern futuristic vintage rustic elegant simple ornate delicate
        beautiful gentle quiet loud bright dim pale vivid deep shallow heavy thin thick smooth rough sharp
        house castle temple bridge tower garden market library kitchen studio station train boat ship car bicycle
        table chair bed door stairs roof wall floor ceiling balcony curtain carpet fountain statue clock lamp
        morning evening dawn dusk noon midnight summer winter autumn spring sun moon star cloud rainbow horizon
        tree leaf flower rose lily moss fern grass field meadow valley cliff cave beach island desert
        hand finger arm shoulder back head neck lips cheek smile tear breath heart dream memory silence
        then while before after again together alone away forward backward upward downward through across under above
        robot android machine engine neon cable screen hologram planet comet galaxy orbiting spaceship astronaut helmet visor
        bread fruit apple peach cherry lemon honey coffee tea wine bottle cup plate spoon basket steam
        paper ink brush canvas thread wool silk velvet leather linen wood metal bronze marble clay porcelain
        child mother father sister brother friend stranger queen king knight wizard witch pirate sailor dancer painter
        one two three four five many few every another same different first last next final only
        she he it they we you who what where when there here this that these those
        """;

    /// <summary>The distinct words.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
