using System.Text;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.Tests.Wire;

public class PageTextsTests
{
    [Fact]
    public void Text_outlives_the_page_that_it_stood_on()
    {
        var page = Encoding.UTF8.GetBytes("\"kept 密 \\n\"");
        var text = new JsonScanner(page).ReadJsonText(new PageTexts());

        Array.Clear(page);

        text.ToString().ShouldBe("kept 密 \n");
    }

    [Fact]
    public void Texts_of_any_number_and_length_stay_themselves()
    {
        var texts = new PageTexts();
        var written = Enumerable.Range(0, 300).Select(static i => $"{i} " + new string('x', i % 7 == 0 ? i * 50 : i)).ToArray();

        var kept = written.Select(text => texts.Keep(Encoding.UTF8.GetBytes($"\"{text}\""), left: 1_000)).ToArray();

        kept.Select(static text => text.ToString()).ShouldBe(written);
    }
}
