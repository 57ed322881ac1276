module.exports=require("../main/836.index.js");
