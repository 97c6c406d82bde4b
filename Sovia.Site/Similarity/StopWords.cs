using System.Collections.Frozen;
using System.Numerics;

namespace Sovia.Similarity;

/// <summary>
/// Words that say nothing about the subject of a prompt: for English the list of the Glasgow Information Retrieval Group, for other
/// languages the most common words.
/// </summary>
public static class StopWords
{
    private const string English = """
        a about above across after afterwards again against all almost alone along already also although always am among 
        amongst amoungst amount an and another any anyhow anyone anything anyway anywhere are around as at back be became 
        because become becomes becoming been before beforehand behind being below beside besides between beyond bill both 
        bottom but by call can cannot cant co con could couldnt cry de describe detail do done down due during each eg eight 
        either eleven else elsewhere empty enough etc even ever every everyone everything everywhere except few fifteen fifty 
        fill find fire first five for former formerly forty found four from front full further get give go had has hasnt have 
        he hence her here hereafter hereby herein hereupon hers herself him himself his how however hundred i ie if in inc 
        indeed interest into is it its itself keep last latter latterly least less ltd made many may me meanwhile might mill 
        mine more moreover most mostly move much must my myself name namely neither never nevertheless next nine no nobody 
        none noone nor not nothing now nowhere of off often on once one only onto or other others otherwise our ours 
        ourselves out over own part per perhaps please put rather re same see seem seemed seeming seems serious several she 
        should show side since sincere six sixty so some somehow someone something sometime sometimes somewhere still such 
        system take ten than that the their them themselves then thence there thereafter thereby therefore therein thereupon 
        these they thick thin third this those though three through throughout thru thus to together too top toward towards 
        twelve twenty two un under until up upon us very via was we well were what whatever when whence whenever where 
        whereafter whereas whereby wherein whereupon wherever whether which while whither who whoever whole whom whose why 
        will with within without would yet you your yours yourself yourselves 
        """;

    private const string German = """
        aber alle als also am an auch auf aus bei bin bis bist da dann das dass dein dem den der des die dies diese dieser dieses doch du durch ein eine einem einen einer
        eines er es für hat hatte ich ihr ihre im in ist ja kann kein keine man mein mit nach nicht noch nur ob oder ohne sehr sein seine sich sie sind so über um und uns
        unter vom von vor war was wenn werden wie wir wird zu zum zur
        """;

    private const string French = """
        au aux avec ce ces cette dans de des du elle elles en est et eux il ils je la le les leur leurs lui ma mais mes moi mon ne nos notre nous on ou où par pas pour qu que
        qui sa sans se ses son sont sur ta te tes toi ton tu un une vos votre vous
        """;

    private const string Spanish = """
        al con como de del el ella ellos en entre es esta este esto la las lo los más me mi muy no nos o para pero por que se sin sobre son su sus también te tu un una uno y ya yo
        """;

    private const string Portuguese = """
        ao aos as com como da das de dele do dos e ela ele em entre é essa esse esta este eu foi isso já mais mas me meu minha muito na nas não no nos o os ou para pela pelo por
        que se sem seu seus são sua suas também te um uma você
        """;

    private const string Italian = """
        al alla alle che chi con da dal dalla de dei del della delle di e è gli ha i il in io la le lo ma mi nel nella non o per più se si sono su sul sulla tra un una uno
        """;

    private const string Dutch = """
        aan al als bij dan dat de der deze die dit door een en er het hij ik in is je kan maar me met mijn na naar niet nog nu of om onder ook op over te tot uit van voor was wat we
        wel wij zich zij zijn zo
        """;

    private const string Russian = """
        а без более бы был была были было быть в вам вас во вот все вы где да для до его ее если есть еще же за и из или им их к как ко когда кто ли мы на над не него нет ни но о об
        он она они от по под при с со так также там то тоже только у уже что чтобы эта эти это этот я
        """;

    // The lists that contain a word, one bit per list; English is the lowest bit.
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lists =
        new[] { English, German, French, Spanish, Portuguese, Italian, Dutch, Russian }
        .SelectMany((words, list) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (word, bit: 1 << list)))
        .GroupBy(item => item.word, item => item.bit).ToFrozenDictionary(word => word.Key, word => word.Aggregate((all, bit) => all | bit),
            StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Returns the lists that apply to a text: English, and another language if the text has more stop words of it than of English. Stop
    /// words of one language can be meaningful in another.
    /// </summary>
    /// <param name="wordLists">The lists that contain each word of the text (<see cref="GetLists"/>).</param>
    public static int DetectLists(IEnumerable<int> wordLists)
    {
        Span<int> hits = stackalloc int[8];
        hits.Clear();
        foreach (var containing in wordLists)
            for (var lists = containing; lists != 0; lists &= lists - 1) hits[BitOperations.TrailingZeroCount(lists)]++;
        var bestList = 0;
        for (var list = 1; list < hits.Length; list++)
            if (hits[list] > hits[bestList]) bestList = list;
        return 1 | (1 << bestList);
    }

    /// <summary>Returns the lists that contain a case-folded word, one bit per list; 0 for none.</summary>
    public static int GetLists(ReadOnlySpan<char> word) => Lists.TryGetValue(word, out var lists) ? lists : 0;
}
