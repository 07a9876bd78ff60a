"""The smallest extension that has a form, a dynamic choice and a dynamic command."""

from universal_extension import ExtensionResult, UniversalExtension, logger
from universal_extension.deco import dynamic_choice_command, dynamic_command

import words


class Extension(UniversalExtension):
    def extension_start(self, fields):
        language = (fields.get("language") or ["english"])[0]
        text = words.greeting(language, fields["name"])
        logger.info("greeting in %s", language)
        print(text)
        return ExtensionResult(rc=0, message=text, unv_output=text, output_fields={"said": text})

    @dynamic_choice_command("language")
    def languages(self, fields):
        return ExtensionResult(rc=0, message="", values=sorted(words.WORDS))

    @dynamic_command("repeat")
    def repeat(self, fields):
        return ExtensionResult(rc=0, message="", output=True, output_data=fields.get("said") or "")
