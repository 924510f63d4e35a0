using System.Text.Json;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.Tests.Wire;

public class JsonScannerTests
{
    private const int Seed = 20251122;

    private static readonly string[] Samples =
    [
        """{"code":200,"msg":"success","data":{"has_more":true,"total":-1,"messages":[{"a":[],"b":{}},null,true,false]}}""",
        """ [ 0 , -0 , 1.5 , 10e3 , 1E-7 , 2e+8 , 158000001000000001 , "" , "\" \\ \/ \b\f\n\r\t \u00e9\uD83D" ] """,
        "\t{\r\n\"\\u0061\" : [[[[]]],{\"x\":{\"y\":[1,{}]}}] }\n",
        "\"线程 👍\"",
        "17",
        "null",
    ];

    /// <summary>Each sample, with a byte taken out, put in, doubled or changed at random places.</summary>
    [Fact]
    public void What_the_framework_s_reader_accepts_is_accepted_and_nothing_else()
    {
        var random = new Random(Seed);
        var (accepted, refused) = (0, 0);
        for (var i = 0; i < 60_000; i++)
        {
            var text = Mutate(System.Text.Encoding.UTF8.GetBytes(Samples[i % Samples.Length]), random);
            var expected = IsRead(text);
            IsScanned(text).ShouldBe(expected, System.Text.Encoding.UTF8.GetString(text));
            (accepted, refused) = expected ? (accepted + 1, refused) : (accepted, refused + 1);
        }

        accepted.ShouldBeGreaterThan(5_000);
        refused.ShouldBeGreaterThan(5_000);
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void Depth_is_bounded(int depth, bool isAccepted) =>
        IsScanned([.. Enumerable.Repeat((byte)'[', depth), .. Enumerable.Repeat((byte)']', depth)]).ShouldBe(isAccepted);

    [Fact]
    public void What_is_repeated_is_passed_over_and_what_only_begins_alike_is_not()
    {
        var json = new JsonScanner("""[{"a":1}, {"a":1},{"a":12}]"""u8.ToArray());

        json.BeginArray().ShouldBeTrue();
        json.NextItem().ShouldBeTrue();
        var first = json.Raw();
        json.NextItem().ShouldBeTrue();
        json.TryRepeat(first).ShouldBeTrue();
        json.NextItem().ShouldBeTrue();
        json.TryRepeat(first).ShouldBeFalse();
        json.SkipValue();
        json.NextItem().ShouldBeFalse();
        json.End();
    }

    private static byte[] Mutate(byte[] text, Random random)
    {
        const string interesting = "{}[]:,\"\\/ 0123.-+eEtfnu\u0001\n";
        var bytes = text.ToList();
        for (var changes = random.Next(3); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            var other = (byte)interesting[random.Next(interesting.Length)];
            switch (random.Next(4))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, other);
                    break;
                case 2:
                    bytes.Insert(at, bytes[at]);
                    break;
                default:
                    bytes[at] = other;
                    break;
            }
        }

        return [.. bytes];
    }

    private static bool IsRead(byte[] text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 512 });
        try
        {
            while (reader.Read())
            {
                // Reading to the end is the check.
            }

            return text.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsScanned(byte[] text)
    {
        var json = new JsonScanner(text);
        try
        {
            json.SkipValue();
            json.End();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
