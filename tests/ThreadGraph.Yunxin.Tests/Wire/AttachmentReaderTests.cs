using System.Text;
using ThreadGraph.Yunxin.Wire;

namespace ThreadGraph.Yunxin.Tests.Wire;

public class AttachmentReaderTests
{
    [Theory]
    [InlineData("""{ "w" : 1.50, "n": [ ] }""", YunxinAttachmentForm.Json, """{ "w" : 1.50, "n": [ ] }""")]
    [InlineData("[1, 2]", YunxinAttachmentForm.Json, "[1, 2]")]
    [InlineData("17", YunxinAttachmentForm.Json, "17")]
    [InlineData("true", YunxinAttachmentForm.Json, "true")]
    [InlineData("\"{\\\"a\\\":1}\"", YunxinAttachmentForm.JsonInString, "{\"a\":1}")]
    [InlineData("\" [1]\"", YunxinAttachmentForm.JsonInString, " [1]")]
    [InlineData("\"{broken\"", YunxinAttachmentForm.Text, "{broken")]
    [InlineData("\"{} and more\"", YunxinAttachmentForm.Text, "{} and more")]
    [InlineData("\"17\"", YunxinAttachmentForm.Text, "17")]
    [InlineData("\"sasa\"", YunxinAttachmentForm.Text, "sasa")]
    public void Attachment_is_kept_as_it_came(string json, YunxinAttachmentForm form, string value) =>
        Read(json).ShouldBe(new YunxinAttachment(form, value));

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Nothing_is_no_attachment(string json) => Read(json).ShouldBeNull();

    [Fact]
    public void Attachment_nested_very_deep_is_kept()
    {
        var deep = new string('[', 300) + new string(']', 300);

        Read(deep).ShouldBe(new YunxinAttachment(YunxinAttachmentForm.Json, deep));
    }

    private static YunxinAttachment? Read(string json)
    {
        var scanner = new JsonScanner(Encoding.UTF8.GetBytes(json));
        return AttachmentReader.Read(ref scanner);
    }
}
